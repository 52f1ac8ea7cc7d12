package uk.slipway.cycles;

import java.time.LocalDate;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.slipway.demonstration.Chapter;
import uk.slipway.demonstration.Stage;
import uk.slipway.demonstration.StagedYear;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthority;

/**
 * The year is set up and opened, last year's closed, and memoranda are signed: by every real authority in time, by the
 * fictitious ones on paper or only in part.
 */
@Component
@Profile("demonstration")
class CyclesChapter implements Chapter {

    private static final String MANAGER = "manager@region.example";

    private final SetUpCycle setUpCycle;
    private final OpenCycle openCycle;
    private final CloseCycle closeCycle;
    private final SignMemorandum signMemorandum;
    private final RecordPaperSignature recordPaperSignature;
    private final JudgementSchemes schemes;

    CyclesChapter(
            SetUpCycle setUpCycle,
            OpenCycle openCycle,
            CloseCycle closeCycle,
            SignMemorandum signMemorandum,
            RecordPaperSignature recordPaperSignature,
            JudgementSchemes schemes) {
        this.setUpCycle = setUpCycle;
        this.openCycle = openCycle;
        this.closeCycle = closeCycle;
        this.signMemorandum = signMemorandum;
        this.recordPaperSignature = recordPaperSignature;
        this.schemes = schemes;
    }

    @Override
    public Place place() {
        return Place.CYCLES;
    }

    @Override
    public void play(Stage stage, StagedYear year) {
        if (year.isThisYear()) {
            stage.scene(
                    year.opens().minusDays(14),
                    MANAGER,
                    manager -> closeCycle.handle(year.year().previous(), manager));
        }
        stage.scene(
                year.opens().minusDays(7),
                MANAGER,
                manager -> setUpCycle.handle(new CycleId(Uuid7.next()), plan(year), manager));
        stage.scene(year.opens(), MANAGER, manager -> openCycle.handle(year.year(), manager));

        int place = 0;
        for (var authority : stage.real(year)) {
            var day = year.selfEvaluationsDue().minusDays(3 + place++ % 20);
            sign(stage, year, authority, "director", day);
            sign(stage, year, authority, "chief-executive", day.plusDays(1));
            sign(stage, year, authority, "lead-member", day.plusDays(2));
        }
        var fictitious = stage.fictitious(year);
        if (!fictitious.isEmpty()) {
            sign(stage, year, fictitious.getFirst(), "director", year.selfEvaluationsDue());
        }
        if (fictitious.size() > 1) {
            var other = fictitious.get(1);
            sign(stage, year, other, "director", year.selfEvaluationsDue());
            stage.scene(
                    year.selfEvaluationsDue(),
                    Stage.email("officer", other),
                    officer -> recordPaperSignature.handle(
                            new SignatureId(Uuid7.next()),
                            year.year(),
                            MemorandumRole.LEAD_MEMBER,
                            new PaperSignature(
                                    "Cllr Example", year.selfEvaluationsDue(), "Example: kept in the members' office"),
                            officer));
        }
    }

    private void sign(Stage stage, StagedYear year, LocalAuthority authority, String part, LocalDate day) {
        stage.scene(day, Stage.email(part, authority), viewer -> signMemorandum.handle(year.year(), viewer));
    }

    private CyclePlan plan(StagedYear year) {
        var first = FirstPlan.of(year.year(), schemes.on(year.forumsFrom()).code());
        return new CyclePlan(
                year.year(),
                first.milestones().stream()
                        .map(milestone -> milestone.on(
                                switch (milestone.kind()) {
                                    case SELF_EVALUATION_DUE, MEMORANDUM_SIGNED -> year.selfEvaluationsDue();
                                    case DATA_GROUP_MEETS -> year.dataGroupMeets();
                                    case FORUMS_FROM -> year.forumsFrom();
                                    case FORUMS_TO -> year.forumsTo();
                                    case CONVERSATIONS_FROM -> year.conversationsFrom();
                                    case CONVERSATIONS_TO -> year.conversationsTo();
                                }))
                        .toList(),
                first.schemeCode(),
                first.forumShape(),
                first.memorandum());
    }
}
