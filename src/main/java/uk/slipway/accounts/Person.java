package uk.slipway.accounts;

/**
 * A person as other rooms name them.
 *
 * @param account their account
 * @param name their name
 * @param email their e-mail address
 */
public record Person(AccountId account, String name, String email) {}
