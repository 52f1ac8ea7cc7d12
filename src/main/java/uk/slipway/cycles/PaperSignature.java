package uk.slipway.cycles;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A signature given on paper.
 *
 * @param name who signed
 * @param on the day on the paper
 * @param note where the paper is kept, or null
 */
record PaperSignature(String name, LocalDate on, @Nullable String note) {}
