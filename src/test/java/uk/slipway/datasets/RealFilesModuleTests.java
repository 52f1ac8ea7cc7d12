package uk.slipway.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.house.ModuleTest;
import uk.slipway.house.SharedData;
import uk.slipway.kernel.Uuid7;

/**
 * Every published file at hand is taken, or refused for the right reason; one that is not named here fails. {@link SharedData}
 * says where they are.
 */
@ModuleTest
class RealFilesModuleTests {

    /** Other files than tables of figures: {@code RealInspectionFilesModuleTests} names these. */
    private static final String INSPECTIONS = "ofsted/";

    /** Says where the others are from. */
    private static final String SOURCES = "SOURCES.md";

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
            Map.entry("lookups/New_Statistical_Neighbour_Groupings_April_2021.csv", "HEADER_BLANK column 26"),
            Map.entry("lookups/dfe_las.csv", "COLUMN_MISSING time_period"),
            Map.entry("lookups/dfe_region_la_hierarchy.csv", "COLUMN_MISSING time_period"),
            Map.entry("lookups/dfe_regions.csv", "COLUMN_MISSING time_period"),
            Map.entry("lookups/sn_model_2025_wide.csv", "COLUMN_MISSING time_period"),
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
    Renames renames;

    @Autowired
    ShowChanges showChanges;

    @Autowired
    AccountsFixtures people;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyFileAtHandIsTakenOrRefusedForItsReason() throws IOException {
        var outcomes = new TreeMap<String, String>();
        for (var path : SharedData.files()) {
            if (!path.contains(".meta.") && !path.startsWith(INSPECTIONS) && !path.equals(SOURCES)) {
                outcomes.put(path, outcome(SharedData.folder().resolve(path), path.replace('/', ' ')));
            }
        }
        assertThat(outcomes).containsExactlyEntriesOf(new TreeMap<>(OUTCOMES));
    }

    @Test
    void everyMetaFileAtHandGoesWithATable() throws IOException {
        var tables = OUTCOMES.keySet().stream()
                .map(path -> path.replaceAll("\\.csv(\\.gz)?$", ""))
                .collect(Collectors.toSet());
        assertThat(SharedData.files().stream().filter(path -> path.contains(".meta.")))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(tables).contains(path.replace(".meta.csv", "")));
    }

    /** What the Department for Education called otherwise in 2025 than in 2024, and the figures by which it is recognised. */
    @Test
    void whatWasReallyRenamedBetweenTwoReleasesIsProposedAndNothingElse() {
        assertThat(renames(
                        "ees_vintages/cla_number_and_rate_per_10k_children__release2024.csv",
                        "ees/cla_number_and_rate_per_10k_children.csv"))
                .containsExactly(
                        "FILTER population_count -> population_type",
                        "FIGURE number -> children_count",
                        "ITEM Children looked after at 31 March each year -> Children looked after on 31 March each"
                                + " year");
        assertThat(renames("ees_vintages/csww_indicators_2017_to_2024.csv", "ees/csww_indicators_2017_to_2025.csv"))
                .isEmpty();
    }

    /** Released the other way round nothing else is recognised; and confirmed, only figures that differ are restated. */
    @Test
    void aConfirmedRenameIsNeitherWithdrawnNorAdded() {
        var slug = dataset("Vintages");
        var lead = people.dataLead();
        publishRelease.handle(
                lead, slug, send(slug, "ees_vintages/cla_number_and_rate_per_10k_children__release2024.csv"), true);
        var id = send(slug, "ees/cla_number_and_rate_per_10k_children.csv");
        renames.decide(lead, slug, id, renames.of(id).stream().collect(Collectors.toMap(Rename::id, rename -> true)));
        publishRelease.handle(lead, slug, id, true);
        var changes = showChanges.of(slug, 2, 5);
        assertThat(changes.changes().stream()
                        .filter(change -> change.kind() != ChangeKind.RESTATED
                                && change.kind() != ChangeKind.PLACE_ADDED
                                && change.kind() != ChangeKind.PLACE_WITHDRAWN)
                        .map(change -> change.kind() + " " + change.label()))
                .containsExactly(
                        "FIGURE_RENAMED number is now children_count",
                        "FILTER_RENAMED population_count is now population_type",
                        "ITEM_RENAMED population_type: Children looked after at 31 March each year is now Children"
                                + " looked after on 31 March each year",
                        "PERIOD_ADDED 2025",
                        "PERIOD_WITHDRAWN 2020");
        assertThat(changes.restated()).isPositive();
    }

    private List<String> renames(String before, String now) {
        var slug = dataset("Before and now of " + now.replace('/', ' '));
        publishRelease.handle(people.dataLead(), slug, send(slug, before), true);
        return renames.of(send(slug, now)).stream()
                .map(rename -> rename.kind() + " " + rename.before() + " -> " + rename.now())
                .toList();
    }

    private String dataset(String title) {
        return addDataset.handle(
                people.dataLead(), new DatasetId(Uuid7.next()), title, "Department for Education", null);
    }

    private ReleaseId send(String slug, String path) {
        var id = new ReleaseId(Uuid7.next());
        var file = SharedData.folder().resolve(path);
        receiveRelease.handle(
                people.dataLead(),
                id,
                slug,
                new ReceiveRelease.Sent("Example", null, file.getFileName().toString(), file, null));
        return id;
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
