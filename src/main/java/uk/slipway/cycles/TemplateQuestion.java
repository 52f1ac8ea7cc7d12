package uk.slipway.cycles;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** A question that is asked for each judgement area, and where it was published. */
@Embeddable
record TemplateQuestion(String words, @Nullable String source) {}
