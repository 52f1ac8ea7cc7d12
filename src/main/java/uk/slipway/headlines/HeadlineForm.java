package uk.slipway.headlines;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.Uuid7;
import uk.slipway.threads.Origin;
import uk.slipway.web.Option;

/**
 * A headline as it is typed.
 *
 * @param id of the headline to be made, or of the change, made when the form was rendered
 * @param version that the form was made of, for a change
 * @param from the question that a new one is made from, or null
 */
record HeadlineForm(
        @Nullable UUID id,
        @Nullable Long version,

        @Nullable @NotNull(message = "Choose strength or area for development")
        HeadlineKind kind,

        @Nullable String area,

        @Nullable
        @NotBlank(message = "Enter the headline")
        @Size(max = 500, message = "The headline must be 500 characters or fewer")
        String text,

        @Nullable @Size(max = 2000, message = "The evidence must be 2,000 characters or fewer")
        String evidence,

        @Nullable @Size(max = 400, message = "The theme tags must be 400 characters or fewer")
        String tags,

        @Nullable String from) {

    /** A form whose id was lost makes a record of its own: what was typed into it is worth more than the id. */
    HeadlineForm {
        id = id == null ? Uuid7.next() : id;
    }

    private static final int MOST_TAGS = 8;
    private static final int LONGEST_TAG = 40;

    /** What was typed, once it is known to be well. */
    record Typed(
            HeadlineKind kind,
            @Nullable String area,
            String text,
            @Nullable String evidence,
            Set<String> tags) {}

    static HeadlineForm empty() {
        return new HeadlineForm(Uuid7.next(), null, null, null, null, null, null, null);
    }

    static HeadlineForm of(Headline headline) {
        var content = headline.content();
        return new HeadlineForm(
                Uuid7.next(),
                headline.version(),
                content.kind(),
                content.areaCode(),
                content.text(),
                content.evidence(),
                content.tags().stream().sorted().collect(Collectors.joining(", ")),
                null);
    }

    void check(Errors errors) {
        if (errors.hasFieldErrors("tags")) {
            return;
        }
        var typed = tagSet();
        if (typed.size() > MOST_TAGS) {
            errors.rejectValue("tags", "many", "Enter at most 8 theme tags");
        } else if (typed.stream().anyMatch(tag -> tag.length() > LONGEST_TAG)) {
            errors.rejectValue("tags", "long", "Each theme tag must be 40 characters or fewer");
        }
    }

    /** Rejects what a new headline cannot be made from. */
    void checkOrigin(List<Option> offered, Errors errors) {
        if (!Origin.isOffered(from, offered)) {
            errors.rejectValue("from", "unknown", "Choose the question it was made from, or none of them");
        }
    }

    @Nullable
    RecordRef origin() {
        return Origin.parse(from).orElse(null);
    }

    UUID act() {
        return java.util.Objects.requireNonNull(id);
    }

    Typed typed() {
        return new Typed(
                java.util.Objects.requireNonNull(kind),
                area == null || area.isBlank() ? null : area,
                java.util.Objects.requireNonNull(text).strip(),
                evidence == null || evidence.isBlank() ? null : evidence.strip(),
                tagSet());
    }

    private Set<String> tagSet() {
        return tags == null
                ? Set.of()
                : Arrays.stream(tags.split("[,\n]"))
                        .map(tag -> tag.strip().toLowerCase(Locale.UK))
                        .filter(tag -> !tag.isEmpty())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
