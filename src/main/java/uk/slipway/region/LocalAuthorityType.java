package uk.slipway.region;

/** The type of a local authority, as the first three characters of its ONS code say it. */
public enum LocalAuthorityType {
    UNITARY_AUTHORITY("Unitary authority"),
    METROPOLITAN_BOROUGH("Metropolitan borough"),
    LONDON_BOROUGH("London borough"),
    COUNTY_COUNCIL("County council");

    private final String words;

    LocalAuthorityType(String words) {
        this.words = words;
    }

    /** As it is shown to people. */
    public String inWords() {
        return words;
    }
}
