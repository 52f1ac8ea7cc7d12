package uk.slipway.kernel;

import java.time.LocalDate;

/**
 * A bank holiday of England and Wales.
 *
 * @param day the day that is off, a substitute day where the holiday itself falls on a weekend
 * @param name as it is published
 */
public record BankHoliday(LocalDate day, String name) {}
