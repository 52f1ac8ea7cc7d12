package uk.slipway.web;

/**
 * A step above the current page in its breadcrumbs.
 *
 * @param text the title of the page above
 * @param href its address inside the application, beginning with a slash
 */
public record Crumb(String text, String href) {}
