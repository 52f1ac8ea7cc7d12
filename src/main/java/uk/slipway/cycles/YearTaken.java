package uk.slipway.cycles;

import uk.slipway.kernel.AcademicYear;

/** The region has a cycle of that year already. */
class YearTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    YearTaken(AcademicYear year) {
        super("There is a cycle for " + year.label() + " already");
    }
}
