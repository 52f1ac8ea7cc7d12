package uk.slipway.notices;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.slipway.placements.PlacementView;

/** Who is told in writing of a placement (regulation 13(2) and (4)) or of its ending (regulation 14(2)(c)). */
enum RecipientKind {
    REVIEWING_OFFICER("The Independent Reviewing Officer", "13(2)(i)", Says.ALL),
    AREA_AUTHORITY("The area authority", "13(4)", Says.ALL),
    CHILD("The child", "13(2)(a)", Says.NOTHING),
    PARENT("A parent", "13(2)(b)", Says.IDENTITY),
    CONTACT("Somebody who has contact", "13(2)(c) and (d)", Says.IDENTITY),
    PREVIOUS_CARER("Who cared for the child before", "13(2)(e)", Says.IDENTITY),
    HEALTH_NOW("The health body where the child lives", "13(2)(f)", Says.IDENTITY),
    HEALTH_THERE("The health body where the child will live", "13(2)(f)", Says.IDENTITY),
    DOCTOR_NOW("The child’s GP", "13(2)(g)", Says.IDENTITY),
    DOCTOR_THERE("The GP during the placement", "13(2)(g)", Says.IDENTITY),
    SCHOOL("The school, or who educates the child", "13(2)(h)", Says.IDENTITY),
    CARER("The foster carer", "14(2)(c)(ii)", Says.NOTHING);

    /** How much of the particulars a notice to them carries. */
    enum Says {
        NOTHING,
        IDENTITY,
        ALL
    }

    private final String words;
    private final String provision;
    private final Says says;

    RecipientKind(String words, String provision, Says says) {
        this.words = words;
        this.provision = provision;
        this.says = says;
    }

    String inWords() {
        return words;
    }

    /** Where the regulations name them. */
    String provision() {
        return provision;
    }

    Says says() {
        return says;
    }

    /** Whether regulation 13(3) lets the authority not tell them, to keep the child from significant harm. */
    boolean mayBeWithheldFrom() {
        return this == PARENT || this == CONTACT || this == PREVIOUS_CARER;
    }

    /** As it stands in an address: {@code area-authority}. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<RecipientKind> of(String slug) {
        return Arrays.stream(values()).filter(kind -> kind.slug().equals(slug)).findFirst();
    }

    /** Whom regulation 13 names for a placement, in the order of the page. */
    static List<RecipientKind> ofThePlacement(PlacementView placement) {
        return Arrays.stream(values())
                .filter(kind -> kind != CARER)
                .filter(kind -> placement.locality().isOutOfArea() || kind != AREA_AUTHORITY && kind != HEALTH_THERE)
                .toList();
    }
}
