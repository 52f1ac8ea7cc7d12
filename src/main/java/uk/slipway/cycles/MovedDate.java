package uk.slipway.cycles;

import java.time.LocalDate;

/** A milestone's day before and after. */
record MovedDate(MilestoneKind kind, LocalDate from, LocalDate to) {}
