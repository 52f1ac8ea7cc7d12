package uk.slipway.cycles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.slipway.accounts.Role;
import uk.slipway.house.ModuleTest;
import uk.slipway.house.Statements;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.region.RegionCode;

@ModuleTest
class CycleCalendarModuleTests {

    @Autowired
    CyclesFixtures fixtures;

    @Autowired
    CycleCalendar calendar;

    @Autowired
    Statements statements;

    @Test
    void currentIsTheOpenCycleWhoseYearHoldsToday() {
        fixtures.open(RegionCode.NORTH_WEST, new AcademicYear(2025));
        var thisYear = fixtures.thisYear();
        fixtures.open(RegionCode.NORTH_WEST, new AcademicYear(2027));
        assertThat(calendar.current(RegionCode.NORTH_WEST)).hasValue(thisYear);
        assertThat(calendar.all(RegionCode.NORTH_WEST))
                .extracting(cycle -> cycle.year().startsIn())
                .containsExactly(2027, 2026, 2025);
    }

    @Test
    void currentIsEmptyForARegionWithoutAnOpenCycle() {
        fixtures.thisYear();
        fixtures.setUp(new RegionCode("E12000001"), CyclesFixtures.THIS_YEAR);
        assertThat(calendar.current(new RegionCode("E12000001"))).isEmpty();
    }

    @Test
    void aYearFromApril2026IsJudgedInFourAreasWithoutAnOverallGrade() {
        var cycle = fixtures.thisYear();
        assertThat(cycle.scheme().code()).isEqualTo("ILACS_2026");
        assertThat(cycle.scheme().overallGrade()).isFalse();
        assertThat(cycle.scheme().areas())
                .extracting(JudgementAreaView::code)
                .containsExactly("LEADERS", "HELP_AND_PROTECTION", "IN_CARE", "CARE_LEAVERS");
        assertThat(cycle.scheme().grades()).hasSize(4);
        assertThat(fixtures.lastYear().scheme().overallGrade()).isTrue();
    }

    @Test
    void theTemplateAsksThreeQuestionsOfEachAreaAndNamesWhoSignsOff() {
        var template = fixtures.thisYear().template();
        assertThat(template.sections())
                .extracting(TemplateSectionView::code)
                .containsExactly(
                        "context", "progress", "leaders", "help-and-protection", "in-care", "care-leavers", "plans");
        assertThat(template.questions()).hasSize(3);
        assertThat(template.chain())
                .containsExactly(
                        new SignOffStep(Role.DIRECTOR, "approves", false),
                        new SignOffStep(Role.LEAD_MEMBER, "signs", false),
                        new SignOffStep(Role.CHIEF_EXECUTIVE, "signs", true));
    }

    @Test
    void eachAnswerIsOneStatement() throws Exception {
        var cycle = fixtures.thisYear();
        assertThat(statements.during(() -> calendar.find(cycle.id()))).hasSize(1);
        assertThat(statements.during(() -> calendar.current(RegionCode.NORTH_WEST)))
                .hasSize(1);
        assertThat(statements.during(() -> calendar.all(RegionCode.NORTH_WEST))).hasSize(1);
    }
}
