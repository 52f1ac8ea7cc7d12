package uk.slipway.region;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.house.ModuleTest;
import uk.slipway.house.Statements;

@ModuleTest
class RegionModuleTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    LocalAuthorities authorities;

    @Autowired
    Organisations organisations;

    @Autowired
    AddFictitiousAuthorities addFictitiousAuthorities;

    @Autowired
    AddOrganisation addOrganisation;

    @Autowired
    JdbcClient database;

    @Autowired
    Statements statements;

    @Test
    void knowsNineRegions() {
        assertThat(authorities.regions()).hasSize(9);
        assertThat(authorities.region(RegionCode.NORTH_WEST).name()).isEqualTo("North West");
    }

    @Test
    void countsTheAuthoritiesOfEnglandAsAtEachDay() {
        assertThat(authorities.all(LocalDate.of(2009, 3, 31))).hasSize(150);
        assertThat(authorities.all(LocalDate.of(2009, 4, 1))).hasSize(152);
        assertThat(authorities.all(LocalDate.of(2019, 4, 1))).hasSize(151);
        assertThat(authorities.all(LocalDate.of(2021, 4, 1))).hasSize(152);
        assertThat(authorities.all(LocalDate.of(2023, 4, 1))).hasSize(153);
        assertThat(authorities.all(TODAY)).hasSize(153);
    }

    @Test
    void countsTheAuthoritiesOfTheNorthWestAsAtEachDay() {
        assertThat(northWest(LocalDate.of(2016, 6, 1)))
                .hasSize(23)
                .contains("Cumbria")
                .doesNotContain("Cumberland");
        assertThat(northWest(LocalDate.of(2023, 3, 31))).hasSize(23);
        assertThat(northWest(LocalDate.of(2023, 4, 1)))
                .hasSize(24)
                .contains("Cumberland", "Westmorland and Furness")
                .doesNotContain("Cumbria");
        assertThat(northWest(TODAY)).hasSize(24);
    }

    @Test
    void knowsTwentyFiveAuthoritiesOfTheNorthWestSinceTheReorganisationOf2009() {
        LocalDate reorganisation = LocalDate.of(2009, 4, 1);
        assertThat(authorities.ever())
                .filteredOn(authority -> authority.region().equals(RegionCode.NORTH_WEST))
                .filteredOn(authority ->
                        authority.ends() == null || !authority.ends().isBefore(reorganisation))
                .hasSize(25);
    }

    @Test
    void keepsTheFullStopOfStHelens() {
        assertThat(authority("342").name()).isEqualTo("St. Helens");
    }

    @Test
    void listsAuthoritiesByName() {
        assertThat(northWest(TODAY))
                .isSortedAccordingTo((a, b) -> a.toLowerCase(Locale.UK).compareTo(b.toLowerCase(Locale.UK)))
                .startsWith("Blackburn with Darwen", "Blackpool", "Bolton", "Bury");
    }

    @Test
    void anyCodeOfAnyDateLeadsToTheAuthorityThatHasItsPlace() {
        Map<String, String> currentOf = Map.ofEntries(
                Map.entry("E06000048", "E06000057"),
                Map.entry("E10000022", "E06000057"),
                Map.entry("929", "E06000057"),
                Map.entry("E08000020", "E08000037"),
                Map.entry("E08000016", "E08000038"),
                Map.entry("E08000019", "E08000039"),
                Map.entry("E10000002", "E06000060"),
                Map.entry("E10000023", "E06000065"),
                Map.entry("E10000027", "E06000066"),
                Map.entry("E10000010", "E06000047"),
                Map.entry("350", "E08000001"),
                Map.entry("E08000001", "E08000001"));
        currentOf.forEach(
                (any, current) -> assertThat(authority(any).gssCode()).as(any).isEqualTo(current));
        assertThat(authorities.byCode(" e08000001 ")).contains(authority("350"));
        assertThat(authorities.byCode("E07000048")).isEmpty();
        assertThat(authorities.byCode("")).isEmpty();
    }

    @Test
    void everyCodeEverUsedLeadsToTheAuthorityThatUsedIt() {
        for (LocalAuthority authority : authorities.ever()) {
            assertThat(authorities.codesOf(authority.id()))
                    .hasSizeGreaterThanOrEqualTo(2)
                    .allSatisfy(
                            code -> assertThat(authorities.byCode(code.code())).contains(authority));
        }
    }

    @Test
    void datesTheCodesOfAnAuthorityWhoseCodeWasRewritten() {
        assertThat(authorities.codesOf(authority("390").id()))
                .extracting(LocalAuthorityCode::code)
                .containsExactly("E08000037", "E08000020", "390");
        assertThat(authority("390").starts()).isNull();
    }

    @Test
    void aReplacedAuthorityIsNotItsSuccessor() {
        assertThat(authority("835").id()).isNotEqualTo(authority("838").id());
        assertThat(authority("835").ends()).isEqualTo(LocalDate.of(2019, 3, 31));
        assertThat(authority("838").name()).isEqualTo("Dorset");
    }

    @Test
    void cumbriaIsSucceededByTwo() {
        LocalAuthority cumbria = authority("909");
        assertThat(cumbria.ends()).isEqualTo(LocalDate.of(2023, 3, 31));
        assertThat(authorities.successorsOf(cumbria.id()))
                .extracting(LocalAuthority::name)
                .containsExactly("Cumberland", "Westmorland and Furness");
        assertThat(authorities.predecessorsOf(authority("E06000063").id())).containsExactly(cumbria);
        assertThat(authority("943").type()).isEqualTo(LocalAuthorityType.UNITARY_AUTHORITY);
    }

    @Test
    void whatEndedHasASuccessorThatStartsTheNextDay() {
        assertThat(authorities.ever())
                .filteredOn(authority -> authority.ends() != null)
                .hasSize(7)
                .allSatisfy(authority -> assertThat(authorities.successorsOf(authority.id()))
                        .isNotEmpty()
                        .allSatisfy(successor -> assertThat(successor.starts())
                                .isEqualTo(requireNonNull(authority.ends()).plusDays(1))));
    }

    @Test
    void ordersTheNeighboursOfBoltonClosestFirst() {
        assertThat(authorities.neighboursOf(authority("350").id(), NeighbourModel.MAY_2025))
                .extracting(neighbour -> neighbour.authority().dfeCode())
                .containsExactly("354", "831", "353", "357", "335", "355", "889", "331", "373", "874");
        assertThat(authorities
                        .neighboursOf(authority("350").id(), NeighbourModel.MAY_2025)
                        .getFirst()
                        .closeness())
                .isEqualTo(Closeness.VERY_CLOSE);
    }

    @Test
    void cumbriaKeepsItsNeighboursOf2021() {
        assertThat(authorities.neighboursOf(authority("909").id(), NeighbourModel.APRIL_2021))
                .extracting(neighbour -> neighbour.authority().dfeCode())
                .containsExactly("925", "926", "830", "891", "860", "885", "935", "940", "893", "878");
        assertThat(authorities.neighboursOf(authority("909").id(), NeighbourModel.MAY_2025))
                .isEmpty();
    }

    @Test
    void givesEveryAuthorityOfTodayTenNeighboursInTheNewestModel() {
        assertThat(authorities.neighbourModels()).containsExactly(NeighbourModel.MAY_2025, NeighbourModel.APRIL_2021);
        assertThat(authorities.all(TODAY))
                .allSatisfy(authority -> assertThat(authorities.neighboursOf(authority.id(), NeighbourModel.MAY_2025))
                        .hasSize(10)
                        .allSatisfy(
                                neighbour -> assertThat(neighbour.authority().existsOn(TODAY))
                                        .isTrue()));
    }

    @Test
    void needsNoStatementOnceItIsRead() throws Exception {
        authorities.regions();
        assertThat(statements.during(() -> {
                    authorities.all(TODAY);
                    authorities.neighboursOf(authority("350").id(), NeighbourModel.MAY_2025);
                    authorities.named(List.of(authority("350").id()));
                }))
                .isEmpty();
    }

    @Test
    void everyLocalAuthorityIsAnOrganisationOfTheSameId() {
        Organisation bolton =
                organisations.find(authority("350").id().asOrganisation()).orElseThrow();
        assertThat(bolton.name()).isEqualTo("Bolton");
        assertThat(bolton.kind()).isEqualTo(OrganisationKind.LOCAL_AUTHORITY);
        assertThat(bolton.region()).isEqualTo(RegionCode.NORTH_WEST);
    }

    @Test
    void ofstedTheRegionalTeamsAndDiocesesAreOrganisationsToo() {
        assertThat(organisations.ofsted().name()).isEqualTo("Ofsted");
        assertThat(organisations.regionalTeamOf(RegionCode.NORTH_WEST).name()).isEqualTo("North West regional team");
        assertThat(organisations.ofKind(OrganisationKind.REGIONAL_TEAM)).hasSize(9);
        assertThat(organisations.ofKind(OrganisationKind.DIOCESE))
                .extracting(Organisation::name)
                .contains("Diocese of Manchester (Church of England)");
    }

    @Test
    void idsAreTheSameOnEveryDatabase() {
        assertThat(authority("350").id().value())
                .isEqualTo(database.sql("select cast(md5('local-authority:bolton') as uuid)")
                        .query(UUID.class)
                        .single());
    }

    @Test
    void fictitiousAuthoritiesAreLabelledAndListedLast() {
        List<LocalAuthorityId> ids =
                addFictitiousAuthorities.add(RegionCode.NORTH_WEST, List.of("Exampleton", "Sampleford"));
        assertThat(addFictitiousAuthorities.add(RegionCode.NORTH_WEST, List.of("Exampleton", "Sampleford")))
                .isEqualTo(ids);

        assertThat(authorities.in(RegionCode.NORTH_WEST, TODAY)).hasSize(26);
        assertThat(authorities.in(RegionCode.NORTH_WEST, TODAY))
                .filteredOn(authority -> !authority.fictitious())
                .hasSize(24);
        assertThat(authorities.in(RegionCode.NORTH_WEST, TODAY))
                .extracting(LocalAuthority::label)
                .endsWith("Exampleton (fictitious)", "Sampleford (fictitious)");
        assertThat(authorities.byCode("X99000001")).isPresent();
    }

    @Test
    void aTestStartsWithoutFictitiousAuthorities() {
        assertThat(authorities.ever()).noneMatch(LocalAuthority::fictitious);
    }

    @Test
    void addsATrustOnceHoweverOftenItIsAsked() {
        OrganisationId id = new OrganisationId(UUID.randomUUID());
        for (int i = 0; i < 10; i++) {
            addOrganisation.add(id, OrganisationKind.TRUST, " Example Trust ", RegionCode.NORTH_WEST, null);
        }
        assertThat(organisations.find(id).orElseThrow().name()).isEqualTo("Example Trust");
        assertThatThrownBy(() -> addOrganisation.add(id, OrganisationKind.LOCAL_AUTHORITY, "Example", null, null))
                .isInstanceOf(IllegalArgumentException.class);
        database.sql("delete from organisation where id = ?").param(id.value()).update();
    }

    private LocalAuthority authority(String code) {
        return authorities.byCode(code).orElseThrow(() -> new AssertionError("no authority has the code " + code));
    }

    private List<String> northWest(LocalDate asAt) {
        return authorities.in(RegionCode.NORTH_WEST, asAt).stream()
                .map(LocalAuthority::name)
                .toList();
    }
}
