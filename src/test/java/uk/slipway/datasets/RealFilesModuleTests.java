package uk.slipway.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.house.ModuleTest;
import uk.slipway.kernel.Uuid7;

/**
 * Every published file at hand is taken, or refused for the right reason. The folder is named by {@code
 * -Dslipway.shared.data}; without it this is skipped.
 */
@ModuleTest
class RealFilesModuleTests {

    private static final Path SHARED = Path.of(System.getProperty("slipway.shared.data", "../shared/data"));

    /** By folder and name: how many observations a file becomes, or the first reason for which it is refused. */
    private static final Map<String, String> OUTCOMES = Map.ofEntries(
            Map.entry("ees/b1_children_in_need_2013_to_2025.csv", "17056"),
            Map.entry("ees/c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv", "21320"),
            Map.entry("ees/cla_number_and_rate_per_10k_children.csv", "7515"),
            Map.entry("ees/csww_indicators_2017_to_2025.csv", "32186"),
            Map.entry("ees/la_care_leavers_accommodation_suitability.csv", "13360"),
            Map.entry("ees/la_cla_placement_stability.csv", "10020"),
            Map.entry("ees/ons_mid-year_population_estimates_2012_to_2024.csv", "2132"),
            Map.entry("ees/permanent_exclusions_and_suspensions_la.csv", "14655"),
            Map.entry("ees_vintages/cla_number_and_rate_per_10k_children__release2024.csv", "7515"),
            Map.entry("ees_vintages/csww_indicators_2017_to_2024.csv", "28600"),
            Map.entry("ees_with_meta/SEN2_MI.csv", "FIGURE_UNREADABLE NULL"),
            Map.entry("ees_with_meta/absence_in_prus.csv", "FIGURE_UNREADABLE ."),
            Map.entry("ees_with_meta/exclusions_by_reason.csv", "168096"),
            Map.entry("ees_with_meta/school_applications_and_offers.csv", "FIGURE_UNREADABLE NA"),
            Map.entry("large/exclusions_by_geographic_level.zip", "FILTER_BLANK estab"),
            Map.entry("large/spc_pupils_fsm_ethnicity_yrgp.csv.gz", "1043490"),
            Map.entry("quirks/csww_SFR08_2017_UD.csv", "HEADER_BLANK column 161"),
            Map.entry("quirks/joiners_leavers_23.csv", "HEADER_BLANK column 2"),
            Map.entry("fostering/Local_authority_level_fostering_data_2018_to_2019.csv", "HEADER_BLANK column 1"),
            Map.entry("screener_cases/col_name_duplicate.csv", "META_COLUMN_TWICE school_type"),
            Map.entry("screener_cases/data_empty_cols.csv", "231"),
            Map.entry("screener_cases/duplicate_rows.csv", "ROW_TWICE the same as row 3"),
            Map.entry("screener_cases/ees_invalid-data-set.csv", "IDENTIFIER_UNKNOWN "),
            Map.entry(
                    "screener_cases/ees_invalid_geographic_level_in_data_file.csv",
                    "LEVEL_UNKNOWN InvalidGeographicLevel"),
            Map.entry("screener_cases/ees_missing_columns_in_data_file.csv", "META_NOT_IN_FILE another_column_header"),
            Map.entry("screener_cases/ees_missing_observational_units_in_data_file.csv", "COLUMN_MISSING country_code"),
            Map.entry("screener_cases/ees_missing_time_period_column_in_data_file.csv", "COLUMN_MISSING time_period"),
            Map.entry("screener_cases/ees_quotes_in_data_file.csv", "IDENTIFIER_UNKNOWN Calendar, year"),
            Map.entry("screener_cases/ees_quotes_in_metadata_file_headings.csv", "META_COLUMN_MISSING col_type"),
            Map.entry(
                    "screener_cases/ees_unexpected_columns_in_metadata_file.csv",
                    "META_COLUMN_UNKNOWN whats_this_doing_here"),
            Map.entry(
                    "screener_cases/ees_unexpected_number_of_columns_in_data_file.csv",
                    "FIELD_COUNT 7 values, 6 columns"),
            Map.entry("screener_cases/file_separator.csv", "WRONG_SEPARATOR meta.csv"),
            Map.entry("screener_cases/la_combinations.csv", "2625"),
            Map.entry("screener_cases/missing_region_name.csv", "COLUMN_MISSING region_name"),
            Map.entry("screener_cases/no_data_symbols.csv", "FIGURE_UNREADABLE ."),
            Map.entry("screener_cases/notavailable_symbols.csv", "392"),
            Map.entry("screener_cases/other_geography_duplicates.csv", "EMPTY "),
            Map.entry("screener_cases/passes_everything.csv", "502"),
            Map.entry("screener_cases/region_for_la.csv", "2625"),
            Map.entry("screener_cases/special_characters-+#'@.csv", "2625"),
            Map.entry("screener_cases/time_period.csv", "PERIOD_FORMAT 2017188"),
            Map.entry("screener_cases/utf8.csv", "FILE_NOT_IN_META phase_type_grouping"));

    @Autowired
    AddDataset addDataset;

    @Autowired
    ReceiveRelease receiveRelease;

    @Autowired
    PublishRelease publishRelease;

    @Autowired
    AccountsFixtures people;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyFileAtHandIsTakenOrRefusedForItsReason() throws IOException {
        if (!Files.isDirectory(SHARED)) {
            // Named on purpose and absent is a mistake; by default it is the neighbour folder, which a machine may
            // lack.
            assertThat(System.getProperty("slipway.shared.data"))
                    .as("%s is not there", SHARED)
                    .isNull();
            assumeTrue(false, "No published files at " + SHARED);
        }
        var outcomes = new TreeMap<String, String>();
        for (var folder :
                new String[] {"ees", "ees_vintages", "ees_with_meta", "large", "quirks", "fostering", "screener_cases"
                }) {
            try (var files = Files.list(SHARED.resolve(folder))) {
                for (var file : files.sorted().toList()) {
                    var name = file.getFileName().toString();
                    if (!name.contains(".meta.")) {
                        outcomes.put(folder + "/" + name, outcome(file, folder + " " + name));
                    }
                }
            }
        }
        assertThat(outcomes).containsExactlyEntriesOf(new TreeMap<>(OUTCOMES));
    }

    private String outcome(Path file, String title) {
        var lead = people.dataLead();
        var name = file.getFileName().toString();
        var meta = file.resolveSibling(name.replaceAll("\\.csv(\\.gz)?$", ".meta.csv"));
        var slug = addDataset.handle(lead, new DatasetId(Uuid7.next()), title, "Department for Education", null);
        var id = new ReleaseId(Uuid7.next());
        receiveRelease.handle(
                lead,
                id,
                slug,
                new ReceiveRelease.Sent(
                        "2025", null, name, file, !meta.equals(file) && Files.exists(meta) ? meta : null));
        var refused = jdbc.sql("""
            select f.kind || ' ' || coalesce(f.value, f.column_name, '') from dataset_finding f
            join dataset_release r on r.key = f.release_key
            where r.id = :id and f.severity = 'ERROR' order by f.position limit 1
            """).param("id", id.value()).query(String.class).optional();
        if (refused.isPresent()) {
            assertThat(observations(id)).isZero();
            return refused.get();
        }
        publishRelease.handle(lead, slug, id, true);
        return Long.toString(observations(id));
    }

    private long observations(ReleaseId id) {
        return jdbc.sql("""
            select count(*) from observation o join dataset_release r on r.key = o.release_key where r.id = :id
            """).param("id", id.value()).query(Long.class).single();
    }
}
