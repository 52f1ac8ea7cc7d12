package uk.slipway.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page that shows a conflict of two edits side by side, and saves one of them.
 *
 * @param title of the record, with its authority and year: "Context: Bolton, 2026 to 2027"
 * @param action the address that the form was sent to; it is sent there again to save mine over theirs
 * @param keepTheirs the address to go to when theirs is to stay
 * @param theirName who saved theirs, or null where it is not known
 * @param fields the fields, in the order of the form
 * @param hidden what the form has to carry beside them, above all the version that is saved now
 */
public record ConflictPage(
        String title,
        String action,
        String keepTheirs,
        @Nullable String theirName,
        List<ConflictField> fields,
        Map<String, String> hidden) {
    public ConflictPage {
        fields = List.copyOf(fields);
        hidden = Map.copyOf(hidden);
    }

    /** Of a form that carries nothing beside its fields but the version; who saved theirs is not known. */
    public static ConflictPage of(
            String title, String action, String keepTheirs, long version, ConflictField... fields) {
        return new ConflictPage(
                title, action, keepTheirs, null, List.of(fields), Map.of("version", Long.toString(version)));
    }

    /** The same, where it is known who saved theirs. */
    public ConflictPage savedBy(@Nullable String name) {
        return new ConflictPage(title, action, keepTheirs, name, fields, hidden);
    }

    /** The labels of the fields in which both wrote the same, as one sentence names them; empty where there are none. */
    public String sameLabels() {
        return fields.stream()
                .filter(ConflictField::same)
                .map(field -> "“" + field.label() + "”")
                .collect(Collectors.joining(", "));
    }

    /** The answer 409 with this page. */
    public ModelAndView answer() {
        return new ModelAndView("web/conflict", Map.of("page", this), HttpStatus.CONFLICT);
    }
}
