package uk.slipway.region;

/** What sort of body an organisation is. */
public enum OrganisationKind {
    LOCAL_AUTHORITY("Local authority"),
    DIOCESE("Diocese"),
    TRUST("Trust"),
    OFSTED("Ofsted"),
    REGIONAL_TEAM("Regional team"),
    OTHER("Other organisation");

    private final String words;

    OrganisationKind(String words) {
        this.words = words;
    }

    /** As it is shown to people. */
    public String inWords() {
        return words;
    }
}
