package uk.slipway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;

class FieldTests {
    private static final List<Option> OPTIONS =
            List.of(new Option("a", "First", "The hint of the first"), Option.of("b", "Second"));

    record SampleForm(
            @Nullable String title,
            @Nullable String notes,
            @Nullable DateParts due,
            @Nullable String kind,
            @Nullable List<String> themes,
            @Nullable String authority) {}

    private final SampleForm form = new SampleForm(
            "<b>Early</b> help", "Line one\nline two", new DateParts("31", "2", "2027"), "b", List.of("a", "b"), "a");
    private final BeanPropertyBindingResult errors = new BeanPropertyBindingResult(form, "form");

    private String field(String call) {
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put("options", OPTIONS);
        model.put(BindingResult.MODEL_KEY_PREFIX + "form", errors);
        return Rendering.render("<div th:replace=\"~{web/field :: " + call + "}\"></div>", model);
    }

    @Test
    void showsWhatWasTypedAndWhatIsWrongWithIt() {
        errors.rejectValue("title", "blank", "Enter a shorter title");

        assertThat(field("text(name='title', label='Title', hint='As short as it can be', width=20)"))
                .contains("value=\"&lt;b&gt;Early&lt;/b&gt; help\"")
                .contains("govuk-input--width-20")
                .contains("aria-describedby=\"title-hint title-error\"")
                .contains("Enter a shorter title");
    }

    @Test
    void keepsTheLinesOfATextAndCountsItsCharacters() {
        assertThat(field("textarea(name='notes', label='Notes', max=4000)"))
                .contains("Line one\nline two</textarea>")
                .contains("data-maxlength=\"4000\"")
                .contains("You can enter up to 4000 characters");
        assertThat(field("textarea(name='notes', label='Notes')")).doesNotContain("data-maxlength");
    }

    @Test
    void marksTheWholeDateThatDoesNotExistAndOnlyTheMissingPartOfAnIncompleteOne() {
        DateParts.required(form.due(), "due", "Due date", errors);

        String date = field("date(name='due', legend='When is it due?')");

        assertThat(date).contains("Due date must be a real date", "name=\"due.day\"", "id=\"due-day\"", "value=\"31\"");
        assertThat(date.split("govuk-input--error", -1)).hasSize(4);
    }

    @Test
    void choosesWhatWasChosen() {
        assertThat(field("radios(name='kind', legend='Kind', options=${options})"))
                .containsPattern("(?s)id=\"kind-2\" name=\"kind\" type=\"radio\" value=\"b\"[^>]*checked")
                .contains("The hint of the first");
        assertThat(field("checkboxes(name='themes', legend='Themes', options=${options})")
                        .split(" checked", -1))
                .hasSize(3);
        assertThat(field("select(name='authority', label='Authority', options=${options}, autocomplete=true)"))
                .containsPattern("<option [^>]*selected[^>]*>First")
                .contains("data-autocomplete");
    }

    @Test
    void neverFillsAPasswordAgain() {
        assertThat(field("password(name='title', label='Password', autocomplete='new-password')"))
                .contains("type=\"password\"", "new-password")
                .doesNotContain("Early");
    }

    @Test
    void listsTheErrorsInTheOrderOfTheFieldsAndLinksToThem() {
        errors.rejectValue("kind", "blank", "Choose a kind");
        errors.rejectValue("due", "date.month", "Due date must include a month");
        errors.rejectValue("title", "blank", "Enter a title");

        assertThat(field("errorSummary"))
                .containsSubsequence("#title", "Enter a title", "#due-month", "Due date must include", "#kind");
    }

    @Test
    void showsNoSummaryWithoutErrors() {
        assertThat(field("errorSummary").strip()).isEmpty();
    }

    @Test
    void writesTheLayoutWithItsTitle() {
        errors.rejectValue("title", "blank", "Enter a title");
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put(BindingResult.MODEL_KEY_PREFIX + "form", errors);

        String page = Rendering.render("<html th:replace=\"~{web/field :: hidden(name='title')}\"></html>", model);

        assertThat(page).contains("type=\"hidden\"", "name=\"title\"");
    }
}
