package uk.slipway.inspections;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.house.ModuleTest;
import uk.slipway.house.SharedData;
import uk.slipway.kernel.Uuid7;

/**
 * Every published file of inspections at hand is imported, one after the other; one that is not named here fails. {@link
 * SharedData} says where they are.
 */
@ModuleTest
class RealInspectionFilesModuleTests {

    @Autowired
    SendInspections sendInspections;

    @Autowired
    AcceptWarnings acceptWarnings;

    @Autowired
    ReadSentFile readSentFile;

    @Autowired
    AccountsFixtures people;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyFileAtHandIsImportedWithItsWarningsAndASecondTimeChangesNothing() throws IOException {
        var outcomes = new TreeMap<String, String>();
        try (var files = Files.list(SharedData.folder().resolve("ofsted"))) {
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString();
                outcomes.put(name, outcome(name, Files.readAllBytes(file)));
                var held = everything();
                assertThat(outcome(name, Files.readAllBytes(file))).contains(" 0 added, 0 changed");
                assertThat(everything()).isEqualTo(held);
            }
        }
        assertThat(outcomes)
                .containsExactly(
                        Map.entry(
                                "ofsted_csc_ilacs_history.csv",
                                "497 rows, 2305 judgements, 751 warnings, 497 added, 0 changed, 0 unchanged,"
                                        + " left out: []"),
                        Map.entry(
                                "ofsted_csc_ilacs_overview__D2I_2026-06.xlsx",
                                "153 rows, 755 judgements, 3 warnings, 0 added, 2 changed, 151 unchanged,"
                                        + " left out: []"));
    }

    private String everything() {
        return jdbc.sql("""
            select md5(string_agg(i::text || coalesce(j::text, ''), ';' order by i.id, j.area_code))
            from inspection i left join inspection_judgement j on j.inspection_id = i.id
            """).query(String.class).single();
    }

    private String outcome(String name, byte[] content) {
        var lead = people.dataLead();
        var id = Uuid7.next();
        var read = sendInspections.handle(id, name, content, lead);
        if (read.hasErrors()) {
            return read.problems().stream().filter(Problem::error).toList().toString();
        }
        acceptWarnings.handle(id, lead);
        var counts = Objects.requireNonNull(readSentFile.handle(id).sent().counts());
        return read.rows() + " rows, " + read.judgements() + " judgements, "
                + read.problems().size() + " warnings, " + counts.added() + " added, " + counts.changed() + " changed, "
                + counts.unchanged() + " unchanged, left out: "
                + read.problems().stream()
                        .filter(problem -> problem.column().equals("local_authority"))
                        .map(Problem::value)
                        .toList();
    }
}
