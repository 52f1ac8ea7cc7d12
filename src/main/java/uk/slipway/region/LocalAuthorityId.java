package uk.slipway.region;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Identifies a local authority, whatever its codes have been. A local authority is an organisation of the same id. */
@Embeddable
public record LocalAuthorityId(
        @Column(name = "authority_id") UUID value) {

    public OrganisationId asOrganisation() {
        return new OrganisationId(value);
    }
}
