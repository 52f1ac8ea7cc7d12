package uk.slipway.region;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The ONS code of an English region, {@code E12000001} to {@code E12000009}. */
@Embeddable
public record RegionCode(@Column(name = "region_code") String value) {

    public static final RegionCode NORTH_WEST = new RegionCode("E12000002");
}
