package uk.slipway.accounts;

import uk.slipway.region.LocalAuthorityId;

/**
 * A Director of Children's Services and their authority.
 *
 * @param person the Director
 * @param authority the authority they direct
 * @param authorityName its name
 * @param acting whether they act for a Director who is away
 */
public record DirectorInPost(Person person, LocalAuthorityId authority, String authorityName, boolean acting) {}
