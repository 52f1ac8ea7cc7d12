package uk.slipway.sharing;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import org.jspecify.annotations.Nullable;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.OrganisationId;

/**
 * Whom a record belongs to: one authority, two (a placement), or an organisation that is none (a board's paper). A
 * record starts visible to them alone; whoever else sees it has been shown it through {@link Shares}. Embedded in the
 * aggregate, so that {@link MaySee} filters a list in its one statement and a database policy can read it.
 */
@Embeddable
public record Visibility(
        @Embedded @AttributeOverride(name = "value", column = @Column(name = "authority_id")) @Nullable
        LocalAuthorityId authority,

        @Embedded @AttributeOverride(name = "value", column = @Column(name = "other_authority_id")) @Nullable
        LocalAuthorityId otherAuthority,

        @Embedded @AttributeOverride(name = "value", column = @Column(name = "owner_organisation_id")) @Nullable
        OrganisationId organisation) {

    /** Belongs to one authority and starts visible to it alone. */
    public static Visibility of(LocalAuthorityId authority) {
        return new Visibility(authority, null, null);
    }

    /** Belongs to an organisation that is no authority. */
    public static Visibility of(OrganisationId organisation) {
        return new Visibility(null, null, organisation);
    }
}
