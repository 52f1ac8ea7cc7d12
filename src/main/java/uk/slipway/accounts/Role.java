package uk.slipway.accounts;

/**
 * What a person is in an organisation. A person may hold several and acts in one at a time. Parts in a forum,
 * membership of the data group and acting Directors are {@link AppointmentKind appointments}, not roles.
 */
public enum Role {
    LA_OFFICER("Local authority officer"),
    DIRECTOR("Director of Children's Services"),
    CHIEF_EXECUTIVE("Chief Executive"),
    LEAD_MEMBER("Lead Member"),
    ACCOUNT_MANAGER("Account manager"),
    REGIONAL_MANAGER("Regional manager"),
    DATA_LEAD("Regional data lead"),
    OFSTED_COLLEAGUE("Ofsted colleague"),
    READER("Reader from another region"),
    ADMINISTRATOR("Administrator"),
    /** Holds no role, only appointments, such as an education specialist on a panel. Derived, never assigned. */
    APPOINTEE("Appointed colleague");

    private final String words;

    Role(String words) {
        this.words = words;
    }

    /** As it is shown to people. */
    public String inWords() {
        return words;
    }

    /** Whether the role belongs to a local authority. */
    public boolean isOfAnAuthority() {
        return switch (this) {
            case LA_OFFICER, DIRECTOR, CHIEF_EXECUTIVE, LEAD_MEMBER, ACCOUNT_MANAGER -> true;
            default -> false;
        };
    }

    /** Whether the role reads and writes its own authority's records; an account manager manages accounts only. */
    public boolean worksOnItsAuthoritysRecords() {
        return isOfAnAuthority() && this != ACCOUNT_MANAGER;
    }

    /** Whether the role is the regional team's. */
    public boolean isOfTheRegionalTeam() {
        return this == REGIONAL_MANAGER || this == DATA_LEAD;
    }
}
