package uk.slipway.placements;

import java.util.Arrays;
import java.util.List;

/** Why something did not come about or came to its end: a code for each side, so that reasons can be counted. */
enum Reason {
    CARER_UNAVAILABLE(When.OFFER_WITHDRAWN, "The carers are no longer available"),
    ANOTHER_CHILD(When.OFFER_WITHDRAWN, "Another child was placed there"),
    CARER_DECLINED(When.OFFER_WITHDRAWN, "The carers decided against it"),
    OFFER_MISTAKEN(When.OFFER_WITHDRAWN, "The offer was made by mistake"),

    TOO_FAR(When.OFFER_DECLINED, "Too far away"),
    NEEDS_NOT_MET(When.OFFER_DECLINED, "It does not meet the child’s needs"),
    CHILDS_WISHES(When.OFFER_DECLINED, "The child’s wishes and feelings"),
    ANOTHER_CHOSEN(When.OFFER_DECLINED, "Another home was chosen"),
    COST(When.OFFER_DECLINED, "Cost"),

    NO_HOME_FREE(When.NO_HOME, "No home is free by then"),
    NO_HOME_APPROVED(When.NO_HOME, "No home is approved for it"),
    NO_HOME_SKILLED(When.NO_HOME, "No home has the skills that are needed"),
    NO_HOME_SUITED(When.NO_HOME, "The homes that are free would not suit the child, or a child who lives there"),

    NOT_NEEDED(When.REFERRAL_WITHDRAWN, "A placement is no longer needed"),
    WITH_FAMILY(When.REFERRAL_WITHDRAWN, "The child is to live with family or friends"),
    PLAN_CHANGED(When.REFERRAL_WITHDRAWN, "The care plan has changed"),
    WRITTEN_AGAIN(When.REFERRAL_WITHDRAWN, "It is written again with other needs"),

    PLACING_CHANGED(When.CANCELLED, "The placing authority’s plan changed"),
    FOSTERING_CHANGED(When.CANCELLED, "The fostering service cannot go on"),
    CHILD_REFUSED(When.CANCELLED, "The child does not want to move there"),

    RETURNED_HOME(When.ENDED_PLANNED, "Went home to family"),
    MOVED_ON(When.ENDED_PLANNED, "Moved to the next home of the care plan"),
    ADOPTED(When.ENDED_PLANNED, "Adoption"),
    GROWN_UP(When.ENDED_PLANNED, "Turned 18"),

    CARERS_ASKED(When.ENDED_UNPLANNED, "The carers asked for it to end"),
    CHILD_ASKED(When.ENDED_UNPLANNED, "The child asked for it to end"),
    SAFETY(When.ENDED_UNPLANNED, "Somebody’s safety"),
    NEEDS_UNMET(When.ENDED_UNPLANNED, "The child’s needs could not be met"),
    CARERS_CIRCUMSTANCES(When.ENDED_UNPLANNED, "The carers’ circumstances changed");

    /** Of what it is a reason. */
    enum When {
        OFFER_WITHDRAWN,
        OFFER_DECLINED,
        NO_HOME,
        REFERRAL_WITHDRAWN,
        CANCELLED,
        ENDED_PLANNED,
        ENDED_UNPLANNED
    }

    private final When when;
    private final String words;

    Reason(When when, String words) {
        this.when = when;
        this.words = words;
    }

    When when() {
        return when;
    }

    String inWords() {
        return words;
    }

    static List<Reason> of(When when) {
        return Arrays.stream(values()).filter(one -> one.when == when).toList();
    }
}
