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
    /** Of a diocese, a trust or another partner of the region; what they may do is said by the boards they sit on. */
    BOARD_PARTNER("Board partner"),
    /** Keeps the School Improvement Partnership going: clerk of its boards, broker of support. */
    PARTNERSHIP_COORDINATOR("Partnership co-ordinator"),
    FOSTERING_OFFICER("Fostering officer"),
    SOCIAL_WORKER("Children's social worker"),
    /** Appointed for each looked-after child by section 25A of the Children Act 1989. */
    REVIEWING_OFFICER("Independent Reviewing Officer"),
    /** Commissions placements, for an authority or for the region. */
    COMMISSIONER("Placements commissioner"),
    FRONT_DOOR_ADVISER("Fostering front door adviser"),
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
            case LA_OFFICER,
                    DIRECTOR,
                    CHIEF_EXECUTIVE,
                    LEAD_MEMBER,
                    ACCOUNT_MANAGER,
                    FOSTERING_OFFICER,
                    SOCIAL_WORKER,
                    REVIEWING_OFFICER -> true;
            default -> false;
        };
    }

    /**
     * Whether the role reads and writes its own authority's records of the annual cycle. An account manager manages
     * accounts only, and who works in fostering sees nothing but fostering.
     */
    public boolean worksOnItsAuthoritysRecords() {
        return switch (this) {
            case LA_OFFICER, DIRECTOR, CHIEF_EXECUTIVE, LEAD_MEMBER -> true;
            default -> false;
        };
    }

    /** Whether the role works on placements and referrals of children: in an authority, its own; never the region's. */
    public boolean worksInFostering() {
        return switch (this) {
            case FOSTERING_OFFICER, SOCIAL_WORKER, REVIEWING_OFFICER, COMMISSIONER -> true;
            default -> false;
        };
    }

    /** Whether the role is the regional team's. */
    public boolean isOfTheRegionalTeam() {
        return this == REGIONAL_MANAGER || this == DATA_LEAD;
    }
}
