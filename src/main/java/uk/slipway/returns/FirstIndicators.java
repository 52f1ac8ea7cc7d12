package uk.slipway.returns;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.slipway.indicators.Polarity;
import uk.slipway.indicators.Unit;

/**
 * A list to begin with: Slipway's own suggestion of what a region may ask, and no alliance's official one. The data lead
 * changes it.
 */
final class FirstIndicators {

    private static final String FRONT_DOOR = "Front door and assessment";
    private static final String PROTECTION = "Children in need of protection";
    private static final String CARE = "Children in care and care leavers";
    private static final String SEND = "Special educational needs";
    private static final String WORKFORCE = "Social work workforce";
    private static final String CHILDREN = "Children aged under 18 in the area";
    private static final int SMALL = 6;

    static final List<QuarterlyDefinition> LIST = List.of(
            rate(
                    FRONT_DOOR,
                    "Contacts received",
                    "Contacts with children’s social care in the quarter, for each 10,000 children.",
                    "Contacts received in the quarter",
                    Polarity.NONE),
            rate(
                    FRONT_DOOR,
                    "Referrals",
                    "Referrals to children’s social care in the quarter, for each 10,000 children.",
                    "Referrals in the quarter",
                    Polarity.NONE),
            share(
                    FRONT_DOOR,
                    "Repeat referrals",
                    "Referrals within 12 months of an earlier one.",
                    "Referrals within 12 months of an earlier referral",
                    "Referrals in the quarter",
                    Polarity.LOW,
                    "0",
                    "60"),
            share(
                    FRONT_DOOR,
                    "Assessments within 45 working days",
                    "Assessments completed within 45 working days of the referral.",
                    "Assessments completed within 45 working days",
                    "Assessments completed in the quarter",
                    Polarity.HIGH,
                    "40",
                    "100"),
            rate(
                    PROTECTION,
                    "Section 47 enquiries",
                    "Child protection enquiries started in the quarter, for each 10,000 children.",
                    "Section 47 enquiries started in the quarter",
                    Polarity.NONE),
            share(
                    PROTECTION,
                    "Initial conferences within 15 working days",
                    "Initial child protection conferences held within 15 working days of the start of the enquiry.",
                    "Initial conferences held within 15 working days",
                    "Initial conferences held in the quarter",
                    Polarity.HIGH,
                    "40",
                    "100"),
            rate(
                    PROTECTION,
                    "Children on a child protection plan",
                    "Children on a plan on the last day of the quarter, for each 10,000 children.",
                    "Children on a child protection plan on the last day",
                    Polarity.NONE),
            rate(
                    CARE,
                    "Children looked after",
                    "Children looked after on the last day of the quarter, for each 10,000 children.",
                    "Children looked after on the last day",
                    Polarity.NONE),
            share(
                    CARE,
                    "Care leavers in education, employment or training",
                    "Care leavers aged 19 to 21 who are in education, employment or training.",
                    "Care leavers aged 19 to 21 in education, employment or training",
                    "Care leavers aged 19 to 21",
                    Polarity.HIGH,
                    "20",
                    "90"),
            share(
                    CARE,
                    "Care leavers in suitable accommodation",
                    "Care leavers aged 19 to 21 who live in accommodation that is judged suitable.",
                    "Care leavers aged 19 to 21 in suitable accommodation",
                    "Care leavers aged 19 to 21",
                    Polarity.HIGH,
                    "50",
                    "100"),
            share(
                    SEND,
                    "Education, health and care plans within 20 weeks",
                    "New plans issued within 20 weeks of the request.",
                    "Plans issued within 20 weeks",
                    "New plans issued in the quarter",
                    Polarity.HIGH,
                    null,
                    null),
            new QuarterlyDefinition(
                    WORKFORCE,
                    "Average caseload",
                    "Cases held by each full-time equivalent children’s social worker who holds cases.",
                    "Cases held on the last day",
                    "Full-time equivalent social workers who hold cases",
                    Unit.NUMBER,
                    1,
                    Polarity.LOW,
                    0,
                    new BigDecimal("5"),
                    new BigDecimal("35")),
            share(
                    WORKFORCE,
                    "Social worker vacancies",
                    "Posts for children’s social workers that nobody holds, in full-time equivalents.",
                    "Vacant full-time equivalent posts on the last day",
                    "Full-time equivalent posts on the last day",
                    Polarity.LOW,
                    "0",
                    "60"),
            share(
                    WORKFORCE,
                    "Social worker turnover",
                    "Children’s social workers who left in the 12 months before the last day.",
                    "Social workers who left in the 12 months",
                    "Social workers on the last day",
                    Polarity.LOW,
                    "0",
                    "60"),
            share(
                    WORKFORCE,
                    "Agency social workers",
                    "Children’s social workers who are employed through an agency.",
                    "Agency social workers on the last day",
                    "Social workers on the last day, agency ones included",
                    Polarity.LOW,
                    "0",
                    "60"));

    private FirstIndicators() {}

    private static QuarterlyDefinition rate(
            String grouping, String name, String description, String numerator, Polarity polarity) {
        return new QuarterlyDefinition(
                grouping, name, description, numerator, CHILDREN, Unit.RATE_PER_10000, 1, polarity, SMALL, null, null);
    }

    private static QuarterlyDefinition share(
            String grouping,
            String name,
            String description,
            String numerator,
            String denominator,
            Polarity polarity,
            @Nullable String least,
            @Nullable String most) {
        return new QuarterlyDefinition(
                grouping,
                name,
                description,
                numerator,
                denominator,
                Unit.PERCENT,
                1,
                polarity,
                SMALL,
                least == null ? null : new BigDecimal(least),
                most == null ? null : new BigDecimal(most));
    }
}
