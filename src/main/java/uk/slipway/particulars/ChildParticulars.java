package uk.slipway.particulars;

import java.time.LocalDate;

/**
 * What regulation 13 needs to say of one child and a referral may not.
 *
 * @param number which child of the placement, from 1
 * @param carePlan the care plan as its readers are given it, or blank
 * @param assessment of the child's needs, and why this is the most suitable placement, or blank
 */
public record ChildParticulars(int number, String name, LocalDate born, String carePlan, String assessment) {}
