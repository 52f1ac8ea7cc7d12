package uk.slipway.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.function.RenderingResponse;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The page {@code /development/kit}, which shows every part of the kit; with {@code ?errors} as it looks when a form was refused. */
@Configuration(proxyBeanMethods = false)
@Profile({"demonstration", "development"})
class KitOnShow {
    /** A form with one field of each kind. */
    record SampleForm(
            @Nullable String title,
            @Nullable String email,
            @Nullable String text,
            @Nullable DateParts due,
            @Nullable String kind,
            @Nullable List<String> themes,
            @Nullable String agreed,
            @Nullable String authority,
            @Nullable String paper,
            @Nullable String secret) {}

    /** What the page shows. */
    record KitPage(
            LocalDate today,
            List<Option> options,
            List<Option> authorities,
            List<String> sentences,
            List<TimelineEntry> entries,
            List<Step> steps,
            List<Crumb> crumbs,
            List<Owed> owed,
            SafeHtml prose) {}

    @Bean
    RouterFunction<ServerResponse> kit(EveryPage everyPage, Markdown markdown) {
        return RouterFunctions.route()
                .GET("/development/kit", request -> answer(request, everyPage, markdown))
                .build();
    }

    private static ServerResponse answer(ServerRequest request, EveryPage everyPage, Markdown markdown) {
        SampleForm form = new SampleForm(
                "",
                "",
                "Example strength: visits happen on time.",
                DateParts.EMPTY,
                "b",
                List.of("a"),
                null,
                "a",
                null,
                null);
        RenderingResponse.Builder page = RenderingResponse.create("web/kit")
                .modelAttribute(EveryPage.CHROME, everyPage.chrome(request.servletRequest()))
                .modelAttribute("form", form)
                .modelAttribute("page", page(markdown));
        if (request.param("errors").isPresent()) {
            BindingResult errors = new BeanPropertyBindingResult(form, "form");
            errors.rejectValue("title", "blank", "Enter a title");
            errors.rejectValue("text", "long", "What you know must be 200 characters or fewer");
            DateParts.required(new DateParts("31", "", "2027"), "due", "Due date", errors);
            errors.rejectValue("kind", "blank", "Select what kind it is");
            errors.rejectValue("themes", "blank", "Select at least one theme");
            errors.rejectValue("authority", "blank", "Select an authority");
            page.modelAttributes(Map.of(BindingResult.MODEL_KEY_PREFIX + "form", errors));
        }
        return page.build();
    }

    private static KitPage page(Markdown markdown) {
        LocalDate today = LocalDate.of(2026, 11, 23);
        return new KitPage(
                today,
                List.of(
                        new Option("a", "Strength", "Something that works and that others can learn from"),
                        Option.of("b", "Area for development")),
                List.of(Option.of("a", "Northwick"), Option.of("b", "Westmere")),
                List.of(
                        "Northwick’s officers and Director can read and change this.",
                        "The regional team sees its state and dates, not its text."),
                List.of(
                        new TimelineEntry(
                                "20 November 2026, 2:30pm", "Ada Example, Director", "Returned to its author"),
                        new TimelineEntry("18 November 2026, 9am", "Ben Example, officer", "Sent for review")),
                List.of(
                        new Step("Draft", "18 November 2026", Step.Progress.DONE),
                        new Step("In review", "since 20 November", Step.Progress.NOW),
                        new Step("Signed off", "due 5 December", Step.Progress.AHEAD)),
                List.of(new Crumb("Home", "/"), new Crumb("Development", "/development/kit")),
                List.of(
                        new Owed(
                                "Sign the self-evaluation",
                                "/development/kit",
                                "in 12 days, Saturday 5 December",
                                "The Director approved it on 20 November",
                                false),
                        new Owed(
                                "Answer the panel’s questions",
                                "/development/kit",
                                "3 days late, due Friday 20 November",
                                null,
                                true)),
                markdown.toHtml("## What works\n\n"
                        + "Example strength: **visits** happen on time.\n\n"
                        + "- one\n"
                        + "- two\n\n"
                        + "> A child said this\n\n"
                        + "[A link](https://www.gov.uk)"));
    }
}
