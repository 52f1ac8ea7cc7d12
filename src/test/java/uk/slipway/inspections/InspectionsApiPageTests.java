package uk.slipway.inspections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Viewer;
import uk.slipway.house.PageTest;
import uk.slipway.kernel.Uuid7;

/** Inspections for programs: anybody reads them, a data lead's program with its token brings them in. */
@PageTest
class InspectionsApiPageTests {

    private static final String FILES = "/api/v1/inspections/files";
    private static final String HEADINGS = "local_authority,inspection_link,publication_date,inspection_framework,"
            + "inspection_start_date,inspection_end_date,overall_effectiveness_grade,impact_of_leaders_grade,"
            + "help_and_protection_grade,in_care_grade,care_leavers_grade\n";
    private static final String BOLTON =
            "bolton,https://reports.example/1,27/10/23,short,11/09/2023,15/09/2023,good,good,requires improvement,"
                    + "good,good\n";
    private static final String REFORMED =
            "bolton,https://reports.example/3,07/07/26,standard,11/05/2026,22/05/2026,not_reported_post_reform,"
                    + "outstanding,good,good,good\n";
    private static final String UNREADABLE =
            "bury,https://reports.example/4,20/10/15,,,,,data_unreadable,data_unreadable,data_unreadable,"
                    + "data_unreadable\n";

    @Autowired
    MockMvc pages;

    @Autowired
    AccountsFixtures people;

    @Autowired
    JdbcTemplate jdbc;

    private String token;

    @BeforeEach
    void aProgram() throws Exception {
        token = tokenOf(people.dataLead());
    }

    private String tokenOf(Viewer viewer) throws Exception {
        return String.valueOf(pages.perform(post("/account/tokens")
                        .param("name", "test")
                        .param("days", "7")
                        .with(people.signedInAs(viewer)))
                .andReturn()
                .getFlashMap()
                .get("token"));
    }

    private ResultActions program(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return pages.perform(request.header("Authorization", "Bearer " + token));
    }

    private ResultActions sends(UUID id, String text) throws Exception {
        return program(multipart(FILES)
                .file(new MockMultipartFile("file", "history.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)))
                .param("id", id.toString()));
    }

    private int held() {
        var count = jdbc.queryForObject("select count(*) from inspection", Integer.class);
        return count == null ? 0 : count;
    }

    @Test
    void aFileSentByAProgramTakesEffectOnceAndIsReadByAnybody() throws Exception {
        var id = Uuid7.next();
        sends(id, HEADINGS + BOLTON + REFORMED)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("imported"))
                .andExpect(jsonPath("$.added").value(2));
        sends(id, HEADINGS + BOLTON + REFORMED).andExpect(status().isCreated());
        assertThat(held()).isEqualTo(2);
        assertThat(jdbc.queryForObject(
                        "select count(*) from audit_entry where record_kind = 'inspection-import'", Integer.class))
                .isEqualTo(1);
        pages.perform(get("/api/v1/inspections?authority=350"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.code").value("E08000001"))
                .andExpect(jsonPath("$.inspections.length()").value(2))
                .andExpect(jsonPath("$.inspections[0].published").value("2026-07-07"))
                .andExpect(jsonPath("$.inspections[0].judgements[?(@.area == 'overall')]")
                        .isEmpty())
                .andExpect(jsonPath("$.inspections[0].judgements[?(@.area == 'leaders')].grade")
                        .value("outstanding"))
                .andExpect(jsonPath("$.inspections[1].kind").value("short"))
                .andExpect(jsonPath("$.inspections[1].report").value("https://reports.example/1"))
                .andExpect(jsonPath("$.inspections[1].judgements[?(@.area == 'help-and-protection')].grade")
                        .value("requires-improvement"));
    }

    @Test
    void warningsWaitUntilAProgramAcceptsThem() throws Exception {
        var id = Uuid7.next();
        sends(id, HEADINGS + BOLTON + UNREADABLE)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("waiting"))
                .andExpect(jsonPath("$.findings[0].severity").value("warning"))
                .andExpect(jsonPath("$.findings[0].row").value(3));
        assertThat(held()).isZero();
        program(get(FILES + "/" + id)).andExpect(jsonPath("$.state").value("waiting"));
        for (int twice = 0; twice < 2; twice++) {
            program(post(FILES + "/" + id + "/accept"))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.state").value("imported"))
                    .andExpect(jsonPath("$.added").value(2))
                    .andExpect(jsonPath("$.acceptedBy", containsString("Regional data lead")));
        }
        assertThat(held()).isEqualTo(2);
        pages.perform(get("/api/v1/inspections?authority=E08000002"))
                .andExpect(jsonPath("$.inspections[0].judgements[*].reading", hasItem("unreadable")))
                .andExpect(jsonPath("$.inspections[0].judgements[?(@.grade != null)]")
                        .isEmpty());
    }

    @Test
    void aFileWithAnErrorChangesNothingAndSaysEverything() throws Exception {
        sends(Uuid7.next(), HEADINGS + BOLTON + BOLTON.replace("27/10/23", "soon"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.state").value("refused"))
                .andExpect(jsonPath("$.id").isEmpty())
                .andExpect(jsonPath("$.findings[?(@.severity == 'error')].row").isNotEmpty());
        program(multipart(FILES))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.detail", containsString("Send the file")));
        assertThat(held()).isZero();
        program(get(FILES + "/" + Uuid7.next()))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail", containsString("no such file")));
    }

    @Test
    void whoseInspectionsHasToBeSaid() throws Exception {
        pages.perform(get("/api/v1/inspections"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail", containsString("authority=E08000001")));
        pages.perform(get("/api/v1/inspections?authority=E99999999"))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType("application/problem+json"));
    }

    @Test
    void onlyTheRegionalTeamsProgramsBringThemIn() throws Exception {
        pages.perform(multipart(FILES)).andExpect(status().isUnauthorized());
        var other = people.officer("Bolton");
        pages.perform(get(FILES + "/" + Uuid7.next()).with(people.signedInAs(other)))
                .andExpect(status().isForbidden());
    }
}
