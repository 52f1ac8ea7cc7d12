package uk.slipway.region;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Identifies an organisation: a local authority, a diocese, a trust, Ofsted, a regional team. */
@Embeddable
public record OrganisationId(
        @Column(name = "organisation_id") UUID value) {}
