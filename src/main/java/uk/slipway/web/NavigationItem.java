package uk.slipway.web;

/**
 * One entry of the service navigation.
 *
 * @param text the word shown
 * @param href an address inside the application; the entry is current on it, and active on every address below it
 *     and on every page whose breadcrumbs begin with it
 */
public record NavigationItem(String text, String href) {}
