package uk.slipway.accounts;

/** What a person has been appointed to, for a time. The subject is a forum, an authority or a regional team. */
public enum AppointmentKind {
    /** A peer Director on a forum's panel; the subject is the forum. */
    PEER("Peer Director"),
    /** The panel's education specialist; the subject is the forum. */
    EDUCATION_SPECIALIST("Education specialist"),
    /** The regional social care lead on a panel; the subject is the forum. */
    SOCIAL_CARE_LEAD("Social care lead"),
    /** Leads a forum's day; the subject is the forum. */
    FACILITATOR("Facilitator"),
    /** Takes a forum's notes; the subject is the forum. */
    NOTE_TAKER("Note taker"),
    /** Member of the strategic performance and data group; the subject is the regional team. */
    DATA_GROUP("Strategic performance and data group"),
    /** Acts for a Director who is away; the subject is the authority. */
    ACTING_DIRECTOR("Acting Director of Children's Services"),
    /** The Ofsted colleague an authority is assigned to; the subject is the authority. */
    OFSTED_LINK("Ofsted link"),
    /** Submits an authority's quarterly returns; the subject is the authority. */
    KEY_CONTACT("Key contact for quarterly returns");

    private final String words;

    AppointmentKind(String words) {
        this.words = words;
    }

    /** As it is shown to people. */
    public String inWords() {
        return words;
    }

    /** Whether this is a part in a forum's panel. */
    public boolean isOnAPanel() {
        return switch (this) {
            case PEER, EDUCATION_SPECIALIST, SOCIAL_CARE_LEAD, FACILITATOR, NOTE_TAKER -> true;
            case DATA_GROUP, ACTING_DIRECTOR, OFSTED_LINK, KEY_CONTACT -> false;
        };
    }
}
