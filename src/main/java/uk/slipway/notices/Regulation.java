package uk.slipway.notices;

import java.util.Arrays;
import java.util.Optional;

/**
 * The regulations of the Care Planning, Placement and Case Review (England) Regulations 2010 (S.I. 2010/959) that have a
 * clock here. Which text was read is said with each: the region checks it against the one in force.
 */
enum Regulation {
    PLACEMENT_PLAN(
            9,
            "Placement plan",
            "The plan is prepared before the placement is made or, where that is not reasonably practicable, within"
                    + " five working days of its start, and signed by the foster carer.",
            "as made in 2010"),
    PLACEMENT_DECISION(
            11,
            "Placement out of area",
            "A decision to place a child out of area is not put into effect before a nominated officer has approved"
                    + " it; at a distance, before the Director of Children’s Services has. An emergency does not change"
                    + " that.",
            "as made in 2010, with the amendments of S.I. 2013/3239"),
    NOTIFICATION(
            13,
            "Notification of the placement",
            "Written notice of the arrangements goes out before the placement is made or, in an emergency, within five"
                + " working days of its start, unless that is not reasonably practicable. A parent, somebody who has"
                + " contact, or the previous carer need not be told where that would put the child at risk of"
                + " significant harm.",
            "as made in 2010, with the amendments of S.I. 2013/3239"),
    ENDING(
            14,
            "Ending of the placement",
            "The child’s case is reviewed before the authority ends a placement, other arrangements are made, the"
                + " reviewing officer is informed, and written notice of the intention goes to everybody who was told"
                + " of the placement, the carer and the area authority. Whom it was not reasonably practicable to tell"
                + " before is told within ten working days of the ending. Where there is an immediate risk the review"
                + " is not waited for.",
            "as made in 2010 only");

    private final int number;
    private final String title;
    private final String words;
    private final String read;

    Regulation(int number, String title, String words, String read) {
        this.number = number;
        this.title = title;
        this.words = words;
        this.read = read;
    }

    int number() {
        return number;
    }

    /** What it is about. */
    String title() {
        return title;
    }

    /** What it asks, in our words. */
    String inWords() {
        return words;
    }

    /** Which of its texts the clock was made from. */
    String read() {
        return read;
    }

    /** "Regulation 13". */
    String cited() {
        return "Regulation " + number;
    }

    /** The text in force. */
    String link() {
        return "https://www.legislation.gov.uk/uksi/2010/959/regulation/" + number;
    }

    static Optional<Regulation> numbered(int number) {
        return Arrays.stream(values()).filter(each -> each.number == number).findFirst();
    }
}
