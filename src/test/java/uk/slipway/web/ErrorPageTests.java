package uk.slipway.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import uk.slipway.house.PageTest;

@PageTest
class ErrorPageTests {
    @Autowired
    private MockMvc pages;

    @Test
    void findsNoPageAndAsksForStylesByTheirContent() throws Exception {
        pages.perform(get("/no-such-page").with(user("somebody")).accept(MediaType.TEXT_HTML))
                .andExpect(status().isNotFound())
                .andExpect(content()
                        .string(allOf(
                                containsString("<title>Page not found – Slipway</title>"),
                                matchesPattern("(?s).*/assets/slipway-[0-9a-f]{32}\\.css.*"))));
    }

    @Test
    void keepsTheStylesForAYear() throws Exception {
        pages.perform(get("/assets/slipway.css"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", containsString("max-age=31536000")));
    }
}
