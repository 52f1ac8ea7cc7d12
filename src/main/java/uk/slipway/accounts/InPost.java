package uk.slipway.accounts;

import uk.slipway.region.LocalAuthorityId;

/**
 * A person and the authority in which they hold a role.
 *
 * @param person who
 * @param authority the authority
 * @param authorityName its name
 */
public record InPost(Person person, LocalAuthorityId authority, String authorityName) {}
