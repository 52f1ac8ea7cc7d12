package uk.slipway.notices;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import uk.slipway.web.Words;

/**
 * The regulations of the Care Planning, Placement and Case Review (England) Regulations 2010 (S.I. 2010/959) that have a
 * clock here. Which text was read, and when, is said with each; the region may compare it with the one in force. S.I. 2020/445
 * loosened regulation 9(2) from 24 April to 25 September 2020 and has ended.
 */
enum Regulation {
    PLACEMENT_PLAN(
            9,
            "Placement plan",
            "The plan is prepared before the placement is made or, where that is not reasonably practicable, within"
                + " five working days of its start. The foster carer agrees to it and signs it. What the child wishes"
                + " and feels is found out first, and the reviewing officer is informed.",
            "as made in 2010; S.I. 2020/445, which gave more time in 2020, has ended",
            "https://www.legislation.gov.uk/uksi/2010/959/part/3/made"),
    PLACEMENT_DECISION(
            11,
            "Placement out of area",
            "A decision to place a child out of area is not put into effect before a nominated officer has approved"
                    + " it; at a distance, which is neither in the area nor in an adjoining one, before the Director of"
                    + " Children’s Services has. Before that the area authority is notified; at a distance it is"
                    + " consulted and gets the care plan. An emergency does not waive approval.",
            "paragraphs (1), (2)(d) and (5) as substituted by S.I. 2013/3239",
            "https://www.legislation.gov.uk/uksi/2013/3239/part/3/made"),
    NOTIFICATION(
            13,
            "Notification of the placement",
            "Written notice of the arrangements goes out before the placement is made or, in an emergency, within five"
                + " working days of its start, unless that is not reasonably practicable. A parent, somebody who has"
                + " contact, or the previous carer need not be told where that would put the child at risk of"
                + " significant harm; the child is not where it would not be appropriate for their age and"
                + " understanding. Out of area the area authority is told too, with the assessment of needs, why this"
                + " placement suits best, and the care plan.",
            "as in force on 1 April 2011, with paragraph (4) that S.I. 2013/3239 added",
            "https://www.legislation.gov.uk/uksi/2010/959/regulation/13/2011-04-01"),
    ENDING(
            14,
            "Ending of the placement",
            "The child’s case is reviewed before the authority ends a placement, other arrangements are made, the"
                + " reviewing officer is informed, and written notice of the intention goes to everybody who was told"
                + " of the placement, the carer and the area authority. Whom it was not reasonably practicable to tell"
                + " before is told within ten working days of the ending. Where there is an immediate risk the review"
                + " is not waited for. Endings under regulation 19(c), 23(2) or 25(6), and those to which section"
                + " 22D(1) of the Children Act 1989 applies, are left out.",
            "as made in 2010",
            "https://www.legislation.gov.uk/uksi/2010/959/regulation/14/made");

    /** The day on which the texts were read. */
    static final LocalDate READ_ON = LocalDate.of(2026, 11, 28);

    private final int number;
    private final String title;
    private final String words;
    private final String version;
    private final String address;

    Regulation(int number, String title, String words, String version, String address) {
        this.number = number;
        this.title = title;
        this.words = words;
        this.version = version;
        this.address = address;
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

    /** Which of its texts the clock was made from, and when that was read. */
    String read() {
        return "Read at legislation.gov.uk on " + new Words().shortDate(READ_ON) + ", " + version + ".";
    }

    /** The text that was read. */
    String readAt() {
        return address;
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
