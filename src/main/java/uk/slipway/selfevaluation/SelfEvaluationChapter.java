package uk.slipway.selfevaluation;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.commitments.CommitmentAnswer;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.cycles.CycleView;
import uk.slipway.demonstration.Chapter;
import uk.slipway.demonstration.Stage;
import uk.slipway.demonstration.StagedYear;
import uk.slipway.indicators.CitableFigures;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.RegionCode;

/**
 * Every authority writes, signs and submits. The real ones are on time, and what they say shows only the form; some write
 * a new version this year, so that every state can be seen. What is returned, late and thin belongs to the fictitious two.
 */
@Component
@Profile("demonstration")
class SelfEvaluationChapter implements Chapter {

    private static final String TEXT = """
        Example text. Here an authority says **what it knows** about practice and its impact, and how it knows it.

        - Example finding from an audit of case files
        - Example of what children and young people say
        - Example of what practitioners say

        Then it says what it plans for the next twelve months.
        """;

    private static final String THIN_TEXT = "Example of a thin text: the figures are in line with last year.";

    private final StartSelfEvaluation start;
    private final StartNewVersion startNewVersion;
    private final SaveSection save;
    private final WritePoint point;
    private final WriteEvidence evidence;
    private final AnswerCommitment answer;
    private final SendForReview send;
    private final ReturnToAuthor returnToAuthor;
    private final SignSelfEvaluation sign;
    private final SubmitSelfEvaluation submit;
    private final ShowSelfEvaluation show;
    private final CycleCalendar calendar;
    private final CitableFigures figures;

    SelfEvaluationChapter(
            StartSelfEvaluation start,
            StartNewVersion startNewVersion,
            SaveSection save,
            WritePoint point,
            WriteEvidence evidence,
            AnswerCommitment answer,
            SendForReview send,
            ReturnToAuthor returnToAuthor,
            SignSelfEvaluation sign,
            SubmitSelfEvaluation submit,
            ShowSelfEvaluation show,
            CycleCalendar calendar,
            CitableFigures figures) {
        this.figures = figures;
        this.start = start;
        this.startNewVersion = startNewVersion;
        this.save = save;
        this.point = point;
        this.evidence = evidence;
        this.answer = answer;
        this.send = send;
        this.returnToAuthor = returnToAuthor;
        this.sign = sign;
        this.submit = submit;
        this.show = show;
        this.calendar = calendar;
    }

    @Override
    public Place place() {
        return Place.SELF_EVALUATIONS;
    }

    @Override
    public void play(Stage stage, StagedYear year) {
        if (calendar.find(RegionCode.NORTH_WEST, year.year())
                .filter(CycleView::isOpen)
                .isEmpty()) {
            return;
        }
        for (var authority : stage.real(year)) {
            var id = written(stage, year, authority, false);
            handedOver(stage, year, authority, id, 0);
            if (year.isThisYear()) {
                goOn(stage, year, authority, id);
            }
        }
        var fictitious = stage.fictitious(year);
        for (int place = 0; place < fictitious.size(); place++) {
            var authority = fictitious.get(place);
            var id = written(stage, year, authority, true);
            stage.scene(year.day(-25), officer(authority), viewer -> send.send(id, viewer));
            stage.scene(
                    year.day(-24),
                    Stage.email("director", authority),
                    viewer -> returnToAuthor.returnIt(
                            id,
                            "Example reason: say what children think, and where practice has to get better.",
                            viewer));
            boolean stillWriting = year.isThisYear() && place == 1;
            if (!stillWriting) {
                handedOver(stage, year, authority, id, 8);
            }
        }
    }

    private SelfEvaluationId written(Stage stage, StagedYear year, LocalAuthority authority, boolean thin) {
        var made = new SelfEvaluationId[1];
        stage.scene(begins(year), officer(authority), viewer -> made[0] = start.start(viewer));
        stage.scene(year.day(-35), officer(authority), viewer -> {
            write(made[0], thin, viewer);
            if (year.isThisYear()) {
                cite(made[0], authority, viewer);
            }
        });
        return made[0];
    }

    private static LocalDate begins(StagedYear year) {
        return year.day(-60);
    }

    private void write(SelfEvaluationId id, boolean thin, Viewer viewer) {
        var whole = show.asDocument(id, viewer);
        for (var section : whole.sections()) {
            var code = section.code();
            save.save(id, code, new SaveSection.Draft(thin ? THIN_TEXT : TEXT, null, true, 0), viewer);
            if (section.areaCode() != null) {
                points(id, code, thin, viewer);
                for (var kind : thin
                        ? List.of(EvidenceKind.INDICATOR)
                        : List.of(EvidenceKind.INDICATOR, EvidenceKind.AUDIT, EvidenceKind.CHILD_VOICE)) {
                    evidence.add(
                            id,
                            code,
                            Uuid7.next(),
                            new Evidence.Draft(kind, "Example: " + kind.hint(), null, "", null),
                            null,
                            viewer);
                }
            }
            if (section.progress()) {
                for (var commitment : whole.commitments()) {
                    answer.answer(
                            id,
                            code,
                            commitment.id(),
                            thin ? CommitmentAnswer.NOT : CommitmentAnswer.PARTLY,
                            "Example note: what was done, and what difference it made.",
                            viewer);
                }
            }
        }
    }

    /** A section about an area rests on a published figure of that heading, where the authority has one. */
    private void cite(SelfEvaluationId id, LocalAuthority authority, Viewer viewer) {
        var choices = figures.search("", authority.id());
        for (var section : show.asDocument(id, viewer).sections()) {
            choices.stream()
                    .filter(choice -> choice.grouping().equalsIgnoreCase(section.title()))
                    .findFirst()
                    .flatMap(choice -> figures.figure(authority.id(), choice.slug(), null))
                    .ifPresent(figure -> {
                        var citation = Uuid7.next();
                        evidence.cite(
                                id,
                                section.code(),
                                citation,
                                figure.slug(),
                                figure.period(),
                                "Example note: what the figure shows, and what it does not.",
                                viewer);
                        var sentence = "Example sentence that rests on a published figure: it was ["
                                + FiguresInText.marker(citation)
                                + "], and here the authority says what that means for children.";
                        save.save(
                                id,
                                section.code(),
                                new SaveSection.Draft(
                                        section.body() + "\n\n" + sentence,
                                        section.grade(),
                                        section.complete(),
                                        section.version()),
                                viewer);
                    });
        }
    }

    private void points(SelfEvaluationId id, String code, boolean thin, Viewer viewer) {
        point.write(
                id,
                code,
                Uuid7.next(),
                Point.Kind.STRENGTH,
                "Example strength: what goes well, and what difference it makes to children.",
                null,
                viewer);
        if (!thin) {
            point.write(
                    id,
                    code,
                    Uuid7.next(),
                    Point.Kind.AREA_FOR_DEVELOPMENT,
                    "Example area for development: what has to get better, and how we will know.",
                    null,
                    viewer);
        }
    }

    /** Reviewed, signed and submitted: two days before it is due, or some days after. */
    private void handedOver(Stage stage, StagedYear year, LocalAuthority authority, SelfEvaluationId id, int late) {
        stage.scene(year.day(-30 + late), officer(authority), viewer -> send.send(id, viewer));
        signed(stage, year, authority, id, -28 + late);
        stage.scene(year.day(-24 + late), officer(authority), viewer -> submit(id, authority, viewer));
    }

    private void submit(SelfEvaluationId id, LocalAuthority authority, Viewer viewer) {
        submit.submit(
                id,
                "The regional team and its data group read it, and the panel of " + authority.name() + "’s forum.",
                viewer);
    }

    /** Reads it and signs what was read. */
    private void sign(SelfEvaluationId id, Viewer viewer) {
        sign.sign(id, TextRead.of(show.asDocument(id, viewer)), viewer);
    }

    private void signed(Stage stage, StagedYear year, LocalAuthority authority, SelfEvaluationId id, int from) {
        stage.scene(year.day(from), Stage.email("director", authority), viewer -> sign(id, viewer));
        stage.scene(year.day(from + 2), Stage.email("lead-member", authority), viewer -> sign(id, viewer));
    }

    /** Three that have submitted go on to a second version: one writes it, one reviews it, one has signed it. */
    private void goOn(Stage stage, StagedYear year, LocalAuthority authority, SelfEvaluationId id) {
        int reached = List.of("Bury", "Rochdale", "Wirral").indexOf(authority.name());
        if (reached < 0) {
            return;
        }
        var next = new SelfEvaluationId[1];
        stage.scene(year.day(-10), officer(authority), viewer -> next[0] = startNewVersion.startFrom(id, viewer));
        if (reached >= 1) {
            stage.scene(year.day(-9), officer(authority), viewer -> send.send(next[0], viewer));
        }
        if (reached >= 2) {
            signed(stage, year, authority, next[0], -8);
        }
    }

    private static String officer(LocalAuthority authority) {
        return Stage.email("officer", authority);
    }
}
