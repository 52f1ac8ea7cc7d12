package uk.slipway.enquiries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Role;
import uk.slipway.demonstration.Stage;
import uk.slipway.demonstration.StagedYear;
import uk.slipway.house.ModuleTest;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.LondonTime;
import uk.slipway.region.AddFictitiousAuthorities;
import uk.slipway.region.RegionCode;

/** The demonstration's front door, played on its own. */
@ModuleTest
class EnquiriesChapterModuleTests {

    @Autowired
    Stage stage;

    @Autowired
    AccountsFixtures people;

    @Autowired
    AddFictitiousAuthorities fictitiousAuthorities;

    @Autowired
    KeepFrontDoor keep;

    @Autowired
    FrontDoorRows doors;

    @Autowired
    Enquire enquire;

    @Autowired
    WorkOnEnquiry work;

    @Autowired
    HandOver handOver;

    @Autowired
    ShowEnquiries show;

    @Autowired
    Sealing sealing;

    @Autowired
    JsonMapper json;

    @Autowired
    JdbcClient client;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    private int count(String from) {
        var count = jdbc.queryForObject("select count(*) from " + from, Integer.class);
        return count == null ? 0 : count;
    }

    @Test
    void itTellsOfHundredsOfPeopleAndOfNobodyLateAtARealAuthority() {
        fictitiousAuthorities.add(RegionCode.NORTH_WEST, List.of("Exampleton", "Sampleford"));
        var password = "seven kingfishers by the weir";
        people.canSignIn(
                "Ada Brook", "adviser@region.example", Role.FRONT_DOOR_ADVISER, "North West regional team", password);
        for (var authority : List.of("Bolton", "Exampleton", "Sampleford")) {
            people.canSignIn(
                    "Finn of " + authority,
                    "fostering@" + authority.toLowerCase(Locale.ROOT) + ".example",
                    Role.FOSTERING_OFFICER,
                    authority,
                    password);
        }
        var today = LondonTime.today(clock);
        var chapter = new EnquiriesChapter(
                keep, doors, new PastEnquiries(client, sealing, json), enquire, work, handOver, show, clock);
        chapter.play(stage, new StagedYear(AcademicYear.of(today), true, today));
        assertThat(count("enquiry")).isBetween(250, 600);
        assertThat(count("enquiry where erased_at is not null")).isGreaterThan(50);
        assertThat(count("enquiry where stage = 'APPROVED'")).isGreaterThan(10);
        assertThat(count("enquiry where held_because is not null")).isEqualTo(1);
        assertThat(count("hand_over where answer is null")).isEqualTo(1);
        assertThat(jdbc.queryForList(
                        "select distinct o.name from enquiry e join organisation o on o.id = coalesce(e.authority_id,"
                                + " e.destination_id) where e.due_on < ? and e.exit_reason is null and e.stage <>"
                                + " 'APPROVED' and e.held_because is null",
                        String.class,
                        today))
                .isSubsetOf("Exampleton", "Sampleford");
    }
}
