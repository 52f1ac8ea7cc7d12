package uk.slipway.placements;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** What a placement costs a week, in pounds, by the lines of the protocol's cost model. */
record WeeklyCost(BigDecimal allowance, BigDecimal fee, BigDecimal support, BigDecimal management) {

    record Line(String name, String words) {}

    BigDecimal total() {
        return allowance.add(fee).add(support).add(management);
    }

    List<Line> lines() {
        return List.of(
                new Line("Carer’s allowance for the child", pounds(allowance)),
                new Line("Carer’s fee", pounds(fee)),
                new Line("Support", pounds(support)),
                new Line("Management charge", pounds(management)),
                new Line("Together", pounds(total())));
    }

    /** {@code £412.50 a week}. */
    static String pounds(BigDecimal amount) {
        return String.format(Locale.UK, "£%,.2f a week", amount);
    }
}
