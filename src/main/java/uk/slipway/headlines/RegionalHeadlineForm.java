package uk.slipway.headlines;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.kernel.Uuid7;

/** A regional headline as it is typed. */
record RegionalHeadlineForm(
        @Nullable UUID id,
        @Nullable Long version,

        @Nullable @NotNull(message = "Choose strength or area for development")
        HeadlineKind kind,

        @Nullable
        @NotBlank(message = "Enter the theme")
        @Size(max = 100, message = "The theme must be 100 characters or fewer")
        String theme,

        @Nullable
        @NotBlank(message = "Enter the regional headline")
        @Size(max = 2000, message = "The regional headline must be 2,000 characters or fewer")
        String text,

        @Nullable List<String> sources) {

    /** A form whose id was lost makes a record of its own: what was typed into it is worth more than the id. */
    RegionalHeadlineForm {
        id = id == null ? Uuid7.next() : id;
    }

    static RegionalHeadlineForm empty() {
        return new RegionalHeadlineForm(Uuid7.next(), null, null, null, null, List.of());
    }

    HeadlineKind kindTyped() {
        return Objects.requireNonNull(kind);
    }

    String themeTyped() {
        return Objects.requireNonNull(theme).strip();
    }

    String textTyped() {
        return Objects.requireNonNull(text).strip();
    }
}
