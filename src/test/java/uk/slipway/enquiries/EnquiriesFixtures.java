package uk.slipway.enquiries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.house.TestClock;
import uk.slipway.region.RegionCode;

/** A front door that Bolton and Bury take part in, its people, and somebody who asks through the public form. */
@Component
class EnquiriesFixtures {

    static final String BOLTON = "E08000001";
    static final String BURY = "E08000002";
    static final String WIGAN = "E08000010";

    private final ObjectProvider<MockMvc> pages;
    private final AccountsFixtures people;
    private final JdbcTemplate jdbc;
    private final TestClock clock;

    EnquiriesFixtures(ObjectProvider<MockMvc> pages, AccountsFixtures people, JdbcTemplate jdbc, TestClock clock) {
        this.pages = pages;
        this.people = people;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Viewer adviser() {
        return people.also(people.administrator(), Role.FRONT_DOOR_ADVISER, people.regionalTeam(RegionCode.NORTH_WEST));
    }

    Viewer fosteringOfficer(String authority) {
        return people.also(
                people.officer(authority),
                Role.FOSTERING_OFFICER,
                people.authority(authority).asOrganisation());
    }

    /** Sets the front door up, by its pages. */
    void frontDoor(String... more) {
        var adviser = adviser();
        var fields = new LinkedHashMap<String, String>();
        fields.put("version", "-1");
        fields.put("name", "Example front door");
        fields.put("telephone", "0161 496 0000");
        for (int at = 0; at < more.length; at += 2) {
            fields.put(more[at], more[at + 1]);
        }
        assertThat(sent("/enquiries/front-door", adviser, fields).getStatus()).isEqualTo(302);
        assertThat(sent("/enquiries/front-door/notice", adviser, Map.of("text", "## Who we are\n\nAn example."))
                        .getStatus())
                .isEqualTo(302);
        for (var gss : List.of(BOLTON, BURY)) {
            assertThat(sent(
                                    "/enquiries/front-door/authorities/" + gss,
                                    adviser,
                                    Map.of("version", "-1", "from.day", "1", "from.month", "9", "from.year", "2026"))
                            .getStatus())
                    .isEqualTo(302);
        }
    }

    /** The front door of another region, which Darlington takes part in. Answers that region's code. */
    String otherFrontDoor() {
        var region = new RegionCode("E12000001");
        var adviser = people.also(people.administrator(), Role.FRONT_DOOR_ADVISER, people.regionalTeam(region));
        assertThat(sent("/enquiries/front-door", adviser, Map.of("version", "-1", "name", "Other front door"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(sent("/enquiries/front-door/notice", adviser, Map.of("text", "Another region’s text."))
                        .getStatus())
                .isEqualTo(302);
        assertThat(sent(
                                "/enquiries/front-door/authorities/E06000005",
                                adviser,
                                Map.of("version", "-1", "from.day", "1", "from.month", "9", "from.year", "2026"))
                        .getStatus())
                .isEqualTo(302);
        return region.value();
    }

    /** What somebody would type. */
    Map<String, String> answers(String name, String email) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("over21", "yes");
        fields.put("room", "yes");
        fields.put("council", BOLTON);
        fields.put("name", name);
        fields.put("contactBy", "EMAIL");
        fields.put("email", email);
        fields.put("consent", "true");
        return fields;
    }

    /** The key of a page that was asked for now. */
    String key() {
        return key("");
    }

    String key(String more) {
        var page = opened("/foster/you?over21=yes&room=yes&council=" + BOLTON + more, null);
        return Jsoup.parse(text(page)).select("input[name=key]").val();
    }

    /** Somebody asks as people do, and waits for half a minute in between. Answers the enquiry. */
    UUID asked(Map<String, String> answers) {
        var form = new LinkedHashMap<>(answers);
        form.put("key", key());
        clock.advance(Duration.ofSeconds(30));
        var response = sent("/foster/you", null, form);
        assertThat(response.getRedirectedUrl()).as(text(response)).startsWith("/foster/sent?ref=FE-");
        return newest();
    }

    UUID asked(String name, String email) {
        return asked(answers(name, email));
    }

    UUID newest() {
        return Objects.requireNonNull(
                jdbc.queryForObject("select id from enquiry order by received_at desc, id desc limit 1", UUID.class));
    }

    long version(UUID enquiry) {
        return Objects.requireNonNull(
                jdbc.queryForObject("select version from enquiry where id = ?", Long.class, enquiry));
    }

    String state(UUID enquiry) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select baton || ' ' || stage || coalesce(' ' || exit_reason, '') from enquiry where id = ?",
                String.class,
                enquiry));
    }

    UUID offer(UUID enquiry) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select id from hand_over where enquiry_id = ? order by offered_at desc, id desc limit 1",
                UUID.class,
                enquiry));
    }

    MockHttpServletResponse acts(UUID enquiry, String act, Viewer viewer, String... fields) {
        var form = new LinkedHashMap<String, String>();
        form.put("version", Long.toString(version(enquiry)));
        for (int at = 0; at < fields.length; at += 2) {
            form.put(fields[at], fields[at + 1]);
        }
        return sent("/enquiries/" + enquiry + "/" + act, viewer, form);
    }

    MockHttpServletResponse movesOn(UUID enquiry, Viewer viewer, EnquiryStage stage, int day, int month, int year) {
        return acts(
                enquiry,
                "stage",
                viewer,
                "stage",
                stage.name(),
                "on.day",
                "" + day,
                "on.month",
                "" + month,
                "on.year",
                "" + year);
    }

    /** Takes an enquiry to an authority that accepts it. */
    void handedOver(UUID enquiry, Viewer adviser, Viewer officer, String gss) {
        assertThat(acts(enquiry, "hand-over", adviser, "to", gss).getStatus()).isEqualTo(302);
        assertThat(acts(enquiry, "hand-over/" + offer(enquiry) + "/accept", officer)
                        .getStatus())
                .isEqualTo(302);
    }

    MockHttpServletResponse sent(String address, @Nullable Viewer viewer, Map<String, String> fields) {
        var request = post(address);
        fields.forEach(request::param);
        if (viewer != null) {
            request.with(people.signedInAs(viewer));
        }
        try {
            return pages.getObject().perform(request).andReturn().getResponse();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    MockHttpServletResponse opened(String address, @Nullable Viewer viewer) {
        var request = get(URI.create(address));
        if (viewer != null) {
            request.with(people.signedInAs(viewer));
        }
        try {
            return pages.getObject().perform(request).andReturn().getResponse();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    String body(String address, @Nullable Viewer viewer) {
        var response = opened(address, viewer);
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return text(response);
    }

    static String text(MockHttpServletResponse response) {
        try {
            return response.getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
