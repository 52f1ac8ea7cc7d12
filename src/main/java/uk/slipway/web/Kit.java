package uk.slipway.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the component fragments need to read their options the way the design system's own macros do; {@code #kit} in
 * every template. Rooms have no reason to call it, except {@link #items} and {@link #crumbs}.
 */
public final class Kit {
    Kit() {}

    /** The words that are there, with a space between them; null when there are none, so that no empty attribute is written. */
    public @Nullable String words(@Nullable Object... words) {
        StringBuilder joined = new StringBuilder();
        for (Object word : words) {
            if (has(word)) {
                joined.append(joined.isEmpty() ? "" : " ")
                        .append(String.valueOf(word).strip());
            }
        }
        return joined.isEmpty() ? null : joined.toString();
    }

    /** Whether a macro would take this for true: not null, not false, not empty, not zero. */
    public boolean has(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean truth -> truth;
            case CharSequence text -> !text.isEmpty();
            case Number number -> number.doubleValue() != 0;
            default -> true;
        };
    }

    /** The first that {@link #has} holds for, or null. */
    public @Nullable Object or(@Nullable Object... values) {
        for (Object value : values) {
            if (has(value)) {
                return value;
            }
        }
        return null;
    }

    /** These options with one more; null counts as no options. */
    public Map<Object, @Nullable Object> with(@Nullable Map<?, ?> options, Object... namesAndValues) {
        Map<Object, @Nullable Object> more = new LinkedHashMap<>();
        if (options != null) {
            more.putAll(options);
        }
        for (int at = 0; at + 1 < namesAndValues.length; at += 2) {
            more.put(namesAndValues[at], namesAndValues[at + 1]);
        }
        return more;
    }

    /** Whether a text or markup was given in these options. */
    public boolean said(@Nullable Map<?, ?> options) {
        return options != null && (has(options.get("html")) || has(options.get("text")));
    }

    /** How many there are; none for null. */
    public int size(@Nullable Collection<?> values) {
        return values == null ? 0 : values.size();
    }

    /**
     * Options as the items of radios or checkboxes.
     *
     * @param conditional fragments to show below an option when it is chosen, by the option's value
     */
    public List<Map<String, Object>> items(
            @Nullable Collection<Option> options,
            @Nullable Collection<String> chosen,
            @Nullable Map<?, ?> conditional) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (Option option : options == null ? List.<Option>of() : options) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("value", option.value());
            item.put("text", option.text());
            if (option.hint() != null) {
                item.put("hint", Map.of("text", option.hint()));
            }
            item.put("checked", chosen != null && chosen.contains(option.value()));
            Object shown = conditional == null ? null : conditional.get(option.value());
            if (shown != null) {
                item.put("conditional", Map.of("html", shown));
            }
            items.add(item);
        }
        return items;
    }

    /**
     * Options as the items of a select.
     *
     * @param blank the text of a first item that stands for nothing chosen; without it there is an empty one
     */
    public List<Map<String, Object>> choices(
            @Nullable Collection<Option> options, @Nullable Collection<String> chosen, @Nullable String blank) {
        List<Map<String, Object>> items = new ArrayList<>();
        // A list that names its own empty choice ("All") needs no second one above it.
        if (options == null
                || options.stream().noneMatch(option -> option.value().isEmpty())) {
            items.add(Map.of("value", "", "text", blank == null ? "" : blank));
        }
        for (Option option : options == null ? List.<Option>of() : options) {
            items.add(Map.of(
                    "value", option.value(),
                    "text", option.text(),
                    "selected", chosen != null && chosen.contains(option.value())));
        }
        return items;
    }

    /** The markup given directly or under "html", or null. */
    public @Nullable Object markup(@Nullable Object options) {
        return options instanceof Map<?, ?> map ? map.get("html") : options;
    }

    /** One option, or null where there are none. */
    public @Nullable Object option(@Nullable Object options, String name) {
        return options instanceof Map<?, ?> map ? map.get(name) : null;
    }

    /** Those that {@link #has} holds for. */
    public List<Object> truthy(@Nullable Collection<?> values) {
        List<Object> kept = new ArrayList<>();
        for (Object value : values == null ? List.of() : values) {
            if (value != null && has(value)) {
                kept.add(value);
            }
        }
        return kept;
    }

    /** Whether any row of a summary list has something to do. */
    public boolean anyActions(@Nullable Collection<?> rows) {
        return truthy(rows).stream()
                .anyMatch(row ->
                        option(option(row, "actions"), "items") instanceof Collection<?> actions && !actions.isEmpty());
    }

    /** The inputs of a date, each with the options of an input, by the rules of the design system's macro. */
    public List<Map<Object, @Nullable Object>> dateItems(Map<?, ?> params) {
        Map<String, Map<?, ?>> named = new LinkedHashMap<>();
        for (String part : List.of("day", "month", "year")) {
            if (params.get(part) instanceof Map<?, ?> given) {
                named.put(part, given);
            } else if (params.get(part) == null) {
                named.put(part, Map.of("name", part, "classes", "govuk-input--width-" + widthOf(part)));
            }
        }
        Map<?, ?> values = params.get("values") instanceof Map<?, ?> given ? given : Map.of();
        List<Object> items = truthy(params.get("items") instanceof Collection<?> given ? given : null);
        if (items.isEmpty()) {
            named.forEach((part, given) -> items.add(given.get("name") == null ? with(given, "name", part) : given));
        }
        boolean oneIsWrong = items.stream().anyMatch(item -> isWrong((Map<?, ?>) item));
        List<Map<Object, @Nullable Object>> inputs = new ArrayList<>();
        for (Object item : items) {
            inputs.add(dateItem(params, (Map<?, ?>) item, named, values, oneIsWrong));
        }
        return inputs;
    }

    private Map<Object, @Nullable Object> dateItem(
            Map<?, ?> params, Map<?, ?> item, Map<String, Map<?, ?>> named, Map<?, ?> values, boolean oneIsWrong) {
        Object name = item.get("name");
        Object value = item.get("value");
        String kind = "";
        for (Map.Entry<String, Map<?, ?>> part : named.entrySet()) {
            if (kind.isEmpty()
                    && (part.getKey().equals(name)
                            || (name != null && name.equals(part.getValue().get("name"))))) {
                kind = part.getKey();
                name = name == null ? kind : name;
                value = item.containsKey("value") ? value : part.getValue().get("value");
                value = value == null && params.get(kind) == null ? values.get(kind) : value;
            }
        }
        String classes = item.get("classes") == null ? "" : String.valueOf(item.get("classes"));
        StringBuilder all = new StringBuilder("govuk-date-input__input");
        boolean wrong = isWrong(item)
                || (!Boolean.FALSE.equals(item.get("error")) && has(params.get("errorMessage")) && !oneIsWrong);
        if (wrong && !classes.contains("govuk-input--error")) {
            all.append(" govuk-input--error");
        }
        if (!classes.contains("govuk-input--width-")) {
            all.append(" govuk-input--width-").append(widthOf(kind));
        }
        if (!classes.isEmpty()) {
            all.append(' ').append(classes);
        }
        String text = String.valueOf(name);
        String prefix = has(params.get("namePrefix")) ? params.get("namePrefix") + "-" : "";
        Map<Object, @Nullable Object> input = new LinkedHashMap<>();
        input.put(
                "label",
                Map.of(
                        "text",
                        has(item.get("label")) ? String.valueOf(item.get("label")) : capitalised(text),
                        "classes",
                        "govuk-date-input__label"));
        input.put("id", has(item.get("id")) ? item.get("id") : params.get("id") + "-" + text);
        input.put("classes", all.toString());
        input.put("name", prefix + text);
        input.put("value", value == null ? values.get(prefix + text) : value);
        input.put("inputmode", has(item.get("inputmode")) ? item.get("inputmode") : "numeric");
        for (String same : List.of("autocomplete", "pattern", "attributes")) {
            input.put(same, item.get(same));
        }
        return input;
    }

    private boolean isWrong(Map<?, ?> item) {
        return has(item.get("error"))
                || (item.get("classes") != null
                        && String.valueOf(item.get("classes")).contains("govuk-input--error"));
    }

    private static int widthOf(String part) {
        return part.equals("year") ? 4 : 2;
    }

    private static String capitalised(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT)
                        + text.substring(1).toLowerCase(Locale.ROOT);
    }

    /** The steps above a page as the items of breadcrumbs. */
    public List<Map<String, Object>> crumbs(@Nullable Collection<Crumb> crumbs) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (Crumb crumb : crumbs == null ? List.<Crumb>of() : crumbs) {
            items.add(Map.of("text", crumb.text(), "href", crumb.href()));
        }
        return items;
    }

    /** The words of a component that can be translated, as its data attributes. */
    public Map<String, Object> i18n(String key, @Nullable Object message, @Nullable Map<?, ?> messages) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        if (messages != null) {
            messages.forEach((rule, text) -> attributes.put("data-i18n." + key + "." + rule, String.valueOf(text)));
        } else if (has(message)) {
            attributes.put("data-i18n." + key, String.valueOf(message));
        }
        return attributes;
    }

    /** Several sets of attributes as one; the later wins. */
    public Map<Object, @Nullable Object> attributes(@Nullable Object... sets) {
        Map<Object, @Nullable Object> all = new LinkedHashMap<>();
        for (Object set : sets) {
            if (set instanceof Map<?, ?> attributes) {
                all.putAll(attributes);
            }
        }
        return all;
    }
}
