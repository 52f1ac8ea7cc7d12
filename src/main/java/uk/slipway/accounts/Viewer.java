package uk.slipway.accounts;

import org.jspecify.annotations.Nullable;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.OrganisationId;
import uk.slipway.region.RegionCode;

/**
 * The person at the other end of a request and the role they act in. Every use case that reads or writes an
 * authority's record takes one.
 *
 * @param account their account
 * @param name their name
 * @param role the role they act in now
 * @param organisation the organisation in which they hold it
 * @param organisationName that organisation's name
 * @param authority the same organisation where it is a local authority, else null
 * @param region the region of that organisation, or null for a national one
 * @param acting true for a Director's role held by an appointment as acting Director
 */
public record Viewer(
        AccountId account,
        String name,
        Role role,
        OrganisationId organisation,
        String organisationName,
        @Nullable LocalAuthorityId authority,
        @Nullable RegionCode region,
        boolean acting) {

    /** The role and organisation as shown in the header and kept in the audit trail. */
    public String actingAs() {
        return (acting ? "Acting " : "") + role.inWords() + ", " + organisationName;
    }

    public boolean is(Role other) {
        return role == other;
    }

    /** Whether they work on the records of this authority: its officers and signatories, not its account manager. */
    public boolean worksFor(LocalAuthorityId other) {
        return other.equals(authority) && role.worksOnItsAuthoritysRecords();
    }

    /** Whether they are this authority's Director, or act for the Director. */
    public boolean directs(LocalAuthorityId other) {
        return role == Role.DIRECTOR && other.equals(authority);
    }

    public boolean isOfTheRegionalTeam() {
        return role.isOfTheRegionalTeam();
    }
}
