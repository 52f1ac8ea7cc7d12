package uk.slipway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

class PagesTests {
    private static final Chrome CHROME = new Chrome(
            "Ada Example",
            "Director of Children’s Services, Bolton",
            true,
            List.of(new NavigationItem("Home", "/"), new NavigationItem("Forums", "/forums")),
            true);

    private final MockMvc pages = pages(request -> CHROME);

    record SampleForm(
            @Nullable String title,
            @Nullable String text,
            @Nullable DateParts due,
            @Nullable List<String> themes) {}

    @Controller
    static class SampleController {
        @GetMapping("/forums/{id}")
        String form(@PathVariable UUID id, Model model) {
            model.addAttribute("form", new SampleForm("<i>Early</i>", "", DateParts.EMPTY, List.of()));
            return "web/sample";
        }

        @PostMapping("/forums/{id}")
        ModelAndView save(@PathVariable UUID id, @ModelAttribute("form") SampleForm form, BindingResult errors) {
            DateParts.required(form.due(), "due", "Forum date", errors);
            return errors.hasErrors() ? Unprocessable.page("web/sample") : new ModelAndView("redirect:/forums");
        }

        @PostMapping(value = "/cleaned", produces = "text/plain;charset=UTF-8")
        @ResponseBody
        String cleaned(@ModelAttribute("form") SampleForm form, @RequestParam String also) {
            return form.title() + "|" + form.text() + "|" + form.themes() + "|" + form.due() + "|" + also;
        }

        @GetMapping("/refused")
        String refused() {
            throw new NotYours();
        }

        @PostMapping("/conflict")
        String conflict() {
            throw new EditConflict();
        }

        @PostMapping("/both")
        ModelAndView both() {
            return new ConflictPage(
                            "Context: Bolton, 2026 to 2027",
                            "/both",
                            "/forums",
                            "Ben Example",
                            List.of(new ConflictField("Text", "text", "My words", "Their words", "The first words")),
                            Map.of("version", "7"))
                    .answer();
        }
    }

    static MockMvc pages(ChromeSource source) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("chromeSource", source);
        EveryPage everyPage = new EveryPage(beans.getBeanProvider(ChromeSource.class), new MockEnvironment());
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(Rendering.ENGINE);
        views.setCharacterEncoding("UTF-8");
        return MockMvcBuilders.standaloneSetup(new SampleController())
                .setControllerAdvice(
                        everyPage,
                        new ErrorPages(
                                everyPage, new StaticListableBeanFactory().getBeanProvider(ResourceUrlProvider.class)))
                .addFilters(new CleanText())
                .setViewResolvers(views)
                .build();
    }

    @Test
    void saysWhoIsSignedInAndMarksThePlaceInTheNavigation() throws Exception {
        String page = pages.perform(get("/forums/" + UUID.randomUUID()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page)
                .contains("<title>Sample – Slipway</title>", "Ada Example", "Director of Children’s Services, Bolton")
                .contains("Demonstration:", "Act in another role", "action=\"/sign-out\"")
                .containsPattern("href=\"/forums\" aria-current=\"true\"")
                .contains("value=\"&lt;i&gt;Early&lt;/i&gt;\"")
                .containsOnlyOnce("<main")
                .containsOnlyOnce("<h1")
                .doesNotContain("th:", "kit:", "Error:");
    }

    @Test
    void answers422WithTheErrorFirstInTheTitle() throws Exception {
        pages.perform(post("/forums/" + UUID.randomUUID())
                        .param("title", "Kept")
                        .param("due.day", "31"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("<title>Error: Sample – Slipway</title>"),
                                containsString("href=\"#due-month\""),
                                containsString("Forum date must include a month and year"),
                                containsString("value=\"31\""),
                                containsString("value=\"Kept\""))));
    }

    @Test
    void cleansEveryTextOfARecordAndOfAParameter() throws Exception {
        pages.perform(post("/cleaned")
                        .param("title", "a\u0000b\u0007c")
                        .param("text", "one\r\ntwo\rthree\tfour")
                        .param("themes", "x\u0000", "y\u001b")
                        .param("due.day", "1\u0000")
                        .param("also", "\u0000z\ud800"))
                .andExpect(content()
                        .string("abc|one\ntwo\nthree\tfour|[x, y]|DateParts[day=1, month=null, year=null]|z\uFFFD"));
    }

    @Test
    void findsNothingAtAnAddressThatCannotBeRead() throws Exception {
        pages.perform(get("/forums/not-a-uuid"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(allOf(containsString("Page not found"), containsString("Ada Example"))));
    }

    @Test
    void refusesARoleInWords() throws Exception {
        pages.perform(get("/refused"))
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("You cannot use this page")));
    }

    @Test
    void showsWhatWasSentWhenNobodyCaughtTheConflict() throws Exception {
        pages.perform(post("/conflict").param("text", "My <b>long</b> text").param("password", "secret-word"))
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("My &lt;b&gt;long&lt;/b&gt; text"),
                                not(containsString("secret-word")))));
    }

    @Test
    void showsBothTextsAndTheirOrigin() throws Exception {
        pages.perform(post("/both"))
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("My words"),
                                containsString("Their words"),
                                containsString("The first words"),
                                containsString("Ben Example"),
                                containsString("name=\"version\""))));
    }

    @Test
    void showsAnErrorPageEvenWhenTheHeaderCannotBeFilled() throws Exception {
        pages(request -> {
                    throw new IllegalStateException("no database");
                })
                .perform(get("/forums/not-a-uuid"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("Page not found")));
    }
}
