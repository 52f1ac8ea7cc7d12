package uk.slipway.notifications;

/**
 * Somebody to write to.
 *
 * @param name their name, as the message addresses them
 * @param email their e-mail address
 */
public record Recipient(String name, String email) {}
