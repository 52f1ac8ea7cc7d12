package uk.slipway.web;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.servlet.support.RequestContext;
import org.thymeleaf.context.IContext;
import org.thymeleaf.context.IWebContext;

/**
 * What the fragments of {@code web/field} know about the model attribute {@code form}: what was typed, and what is wrong
 * with it; {@code #bound} in every template.
 */
public final class Bound {
    private static final String FORM = "form";
    private static final String DATE_CODE = "date.";

    private final IContext context;

    Bound(IContext context) {
        this.context = context;
    }

    /**
     * One field of the form as its fragment shows it.
     *
     * @param id the id of its (first) input
     * @param name the name it is sent under
     * @param value the text typed, never null
     * @param values the values chosen, where there can be several
     * @param error the first thing wrong with it, or null
     * @param errorCode the code of that error, or null
     */
    public record Field(
            String id,
            String name,
            String value,
            List<String> values,
            @Nullable String error,
            @Nullable String errorCode) {

        /** Whether this part ("day", "month" or "year") of a date is to be marked as wrong. */
        public boolean marks(String part) {
            if (error == null) {
                return false;
            }
            if (errorCode == null || !errorCode.startsWith(DATE_CODE)) {
                return true;
            }
            String parts = errorCode.substring(DATE_CODE.length());
            return !(parts.contains("day") || parts.contains("month") || parts.contains("year"))
                    || parts.contains(part);
        }

        /** The error as an option of a component, or null. */
        public @Nullable Map<String, Object> errorMessage() {
            return error == null ? null : Map.of("text", error);
        }
    }

    /** Whether anything in the form was rejected. */
    public boolean hasErrors() {
        BindingResult result = bindingResult();
        return result != null && result.hasErrors();
    }

    /** The title of the document: it says first that there is an error. */
    public String title(String title) {
        return (hasErrors() ? "Error: " : "") + title + " – Slipway";
    }

    /** The state of a field, by its path in the form, such as {@code title} or {@code due.day}. */
    public Field field(String name) {
        Object value = valueOf(name);
        FieldError error = firstError(name);
        return new Field(
                idOf(name),
                name,
                text(value),
                texts(value),
                error == null ? null : messageOf(error),
                error == null ? null : error.getCode());
    }

    /** Every error of the form in the order of its fields, as the list of an error summary. */
    public List<Map<String, Object>> summary() {
        BindingResult result = bindingResult();
        if (result == null) {
            return List.of();
        }
        List<String> order = fieldOrder(result.getTarget());
        List<FieldError> fieldErrors = new ArrayList<>(result.getFieldErrors());
        fieldErrors.sort(Comparator.comparingInt(error -> {
            int place = order.indexOf(firstStep(error.getField()));
            return place < 0 ? Integer.MAX_VALUE : place;
        }));
        List<Map<String, Object>> items = new ArrayList<>();
        for (FieldError error : fieldErrors) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("text", messageOf(error));
            item.put("href", "#" + targetOf(error));
            items.add(item);
        }
        for (ObjectError error : result.getGlobalErrors()) {
            items.add(Map.of("text", messageOf(error)));
        }
        return items;
    }

    /**
     * The service navigation, with the entry marked that this page is or lies below: by the first step of its breadcrumbs where
     * that is an entry, or else by its address.
     *
     * @param crumbs a list of {@link Crumb}, or null where the page has none
     */
    public List<Map<String, Object>> navigation(Chrome chrome, @Nullable List<Crumb> crumbs) {
        String path = context instanceof IWebContext web
                ? web.getExchange().getRequest().getPathWithinApplication()
                : "";
        String base = context instanceof IWebContext web
                ? web.getExchange().getRequest().getApplicationPath()
                : "";
        String above =
                crumbs == null || crumbs.isEmpty() ? "" : crumbs.getFirst().href();
        boolean saysWhere =
                above.length() > 1 && chrome.navigation().stream().anyMatch(entry -> above.equals(entry.href()));
        List<Map<String, Object>> items = new ArrayList<>();
        for (NavigationItem entry : chrome.navigation()) {
            boolean current = path.equals(entry.href());
            items.add(Map.of(
                    "text",
                    entry.text(),
                    "href",
                    base + entry.href(),
                    "current",
                    current,
                    "active",
                    !current
                            && entry.href().length() > 1
                            && (saysWhere ? above.equals(entry.href()) : path.startsWith(entry.href() + "/"))));
        }
        return items;
    }

    static String idOf(String name) {
        return name.replace("].", "-").replace("]", "").replace('[', '-').replace('.', '-');
    }

    private String targetOf(FieldError error) {
        String id = idOf(error.getField());
        if (valueOf(error.getField()) instanceof DateParts || codeOf(error).startsWith(DATE_CODE)) {
            for (String part : List.of("day", "month", "year")) {
                if (new Field(id, id, "", List.of(), "", error.getCode()).marks(part)) {
                    return id + "-" + part;
                }
            }
        }
        return id;
    }

    private static String codeOf(ObjectError error) {
        String code = error.getCode();
        return code == null ? "" : code;
    }

    private @Nullable Object valueOf(String name) {
        BindingResult result = bindingResult();
        if (result == null) {
            Object form = context.getVariable(FORM);
            if (form == null) {
                return null;
            }
            result = new BeanPropertyBindingResult(form, FORM);
        }
        return result.getFieldError(name) instanceof FieldError rejected && rejected.isBindingFailure()
                ? rejected.getRejectedValue()
                : rawValue(result, name);
    }

    /** Several values as they are: Spring would format a list as one text with commas in it. */
    private static @Nullable Object rawValue(BindingResult result, String name) {
        var form = result.getTarget();
        // A page may have fields whose number is not known to the form's record; they show their value themselves.
        if (form != null && form.getClass().isRecord() && !fieldOrder(form).contains(firstStep(name))) {
            return null;
        }
        if (result.getTarget() != null && name.contains(".") && !hasParent(result, name)) {
            return null;
        }
        var unformatted = result.getTarget() == null ? null : result.getRawFieldValue(name);
        return unformatted instanceof Collection<?> || unformatted instanceof Object[]
                ? unformatted
                : result.getFieldValue(name);
    }

    /** A part of a nested record that was not sent at all has no parent to be read from. */
    private static boolean hasParent(BindingResult result, String name) {
        return result.getFieldValue(name.substring(0, name.lastIndexOf('.'))) != null;
    }

    private @Nullable FieldError firstError(String name) {
        BindingResult result = bindingResult();
        return result == null ? null : result.getFieldError(name);
    }

    private @Nullable BindingResult bindingResult() {
        Object found = context.getVariable(BindingResult.MODEL_KEY_PREFIX + FORM);
        if (!(found instanceof BindingResult result)) {
            return null;
        }
        Object form = context.getVariable(FORM);
        // A template that shows a second form with th:with must not show the errors of the first.
        return form == null || result.getTarget() == null || result.getTarget() == form ? result : null;
    }

    private String messageOf(ObjectError error) {
        if (error instanceof FieldError field && field.isBindingFailure()) {
            return "Check what you entered";
        }
        if (context.getVariable("springRequestContext") instanceof RequestContext request) {
            return request.getMessage(error, false);
        }
        String message = error.getDefaultMessage();
        return message == null ? "Check what you entered" : message;
    }

    private static List<String> fieldOrder(@Nullable Object form) {
        return form == null || !form.getClass().isRecord()
                ? List.of()
                : Arrays.stream(form.getClass().getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList();
    }

    private static String firstStep(String path) {
        int end = path.length();
        for (int at = 0; at < path.length(); at++) {
            if (path.charAt(at) == '.' || path.charAt(at) == '[') {
                end = at;
                break;
            }
        }
        return path.substring(0, end);
    }

    private static List<String> texts(@Nullable Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(Bound::text).toList();
        }
        if (value instanceof Object[] several) {
            return Arrays.stream(several).map(Bound::text).toList();
        }
        String one = text(value);
        return one.isEmpty() ? List.of() : List.of(one);
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        return value == null ? "" : value.toString();
    }
}
