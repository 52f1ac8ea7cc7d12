package uk.slipway.peerchallenge;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Viewer;
import uk.slipway.commitments.Commitment;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.cycles.CycleView;
import uk.slipway.demonstration.Chapter;
import uk.slipway.demonstration.Stage;
import uk.slipway.demonstration.StagedYear;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.RegionCode;
import uk.slipway.threads.Origin;

/** Packs, key lines of enquiry, questions and responses; the forums whose day has come are held. */
@Component
@Profile("demonstration")
class ForumsHeldChapter implements Chapter {

    private static final List<String> QUESTIONS = List.of(
            "Example question: how do you know that help reaches families early enough?",
            "Example question: what has changed in practice because of what children told you?",
            "Example question: what would your own audits say is still to do?");

    private final IssuePack issuePack;
    private final WriteQuestion writeQuestion;
    private final OfferToAskFrom offer;
    private final IssueQuestions issueQuestions;
    private final RespondToQuestion respond;
    private final SendKeyLine sendKeyLine;
    private final HoldForum holdForum;
    private final RecordAttendance recordAttendance;
    private final WriteForumNotes writeForumNotes;
    private final ShowForum showForum;
    private final ForumSummaries summaries;
    private final CycleCalendar calendar;

    ForumsHeldChapter(
            IssuePack issuePack,
            WriteQuestion writeQuestion,
            OfferToAskFrom offer,
            IssueQuestions issueQuestions,
            RespondToQuestion respond,
            SendKeyLine sendKeyLine,
            HoldForum holdForum,
            RecordAttendance recordAttendance,
            WriteForumNotes writeForumNotes,
            ShowForum showForum,
            ForumSummaries summaries,
            CycleCalendar calendar) {
        this.issuePack = issuePack;
        this.writeQuestion = writeQuestion;
        this.offer = offer;
        this.issueQuestions = issueQuestions;
        this.respond = respond;
        this.sendKeyLine = sendKeyLine;
        this.holdForum = holdForum;
        this.recordAttendance = recordAttendance;
        this.writeForumNotes = writeForumNotes;
        this.showForum = showForum;
        this.summaries = summaries;
        this.calendar = calendar;
    }

    @Override
    public Place place() {
        return Place.FORUMS_HELD;
    }

    @Override
    public void play(Stage stage, StagedYear year) {
        var cycle = calendar.find(RegionCode.NORTH_WEST, year.year()).orElse(null);
        if (cycle == null) {
            return;
        }
        var told = new ArrayList<>(ForumsOfTheDemonstration.of(stage, year));
        var fictitious = stage.fictitious(year);
        for (int place = 0; place < fictitious.size(); place++) {
            if (!year.isThisYear() || place == 0) {
                told.add(new ForumsOfTheDemonstration.Told(fictitious.get(place), null, List.of(), ForumState.HELD));
            }
        }
        var ids = new HashMap<LocalAuthorityId, ForumSummary>();
        stage.scene(year.day(-14), ForumsOfTheDemonstration.MANAGER, manager -> {
            summaries.inCycle(manager, cycle.id()).forEach(one -> {
                if (one.state() != ForumState.CANCELLED) {
                    ids.put(one.authority(), one);
                }
            });
            told.stream()
                    .filter(one -> one.reaches(ForumState.PACK_ISSUED))
                    .forEach(one -> issuePack.issue(idOf(ids, one), manager));
        });
        keyLines(stage, year, cycle, told);
        stage.scene(
                year.day(-11),
                ForumsOfTheDemonstration.DATA_LEAD,
                lead -> told.stream()
                        .filter(one -> one.reaches(ForumState.PACK_ISSUED))
                        .forEach(one -> ask(cycle, idOf(ids, one), one, lead)));
        stage.scene(
                year.day(-10),
                ForumsOfTheDemonstration.MANAGER,
                manager -> told.stream()
                        .filter(one -> one.reaches(ForumState.QUESTIONS_ISSUED))
                        .forEach(one -> issueQuestions.issue(idOf(ids, one), manager)));
        for (var one : told) {
            if (one.reaches(ForumState.RESPONSES_IN)) {
                stage.scene(
                        year.day(-8),
                        Stage.email("officer", one.authority()),
                        officer -> answer(idOf(ids, one), officer));
            }
        }
        for (var one : told) {
            var summary = Objects.requireNonNull(ids.get(one.authority().id()));
            var day = summary.date();
            if (one.reaches(ForumState.HELD) && day != null && year.isOver(day)) {
                stage.scene(
                        day,
                        LocalTime.of(16, 0),
                        ForumsOfTheDemonstration.MANAGER,
                        manager -> hold(summary.id(), manager));
            }
        }
    }

    private void keyLines(Stage stage, StagedYear year, CycleView cycle, List<ForumsOfTheDemonstration.Told> told) {
        var area = cycle.scheme().areas().getFirst().code();
        var line = Uuid7.next();
        var bolton = told.getFirst().authority();
        stage.scene(year.day(-13), "inspector@ofsted.example", inspector -> {
            if (sendKeyLine.linked(inspector).stream().anyMatch(one -> one.id().equals(bolton.id()))) {
                sendKeyLine.send(
                        line,
                        bolton.id(),
                        area,
                        "Example key line of enquiry: how leaders know that supervision makes a difference.",
                        inspector);
            }
            if (year.isThisYear()) {
                told.stream()
                        .filter(one -> one.until() == ForumState.PACK_ISSUED)
                        .map(ForumsOfTheDemonstration.Told::authority)
                        .filter(one -> sendKeyLine.linked(inspector).contains(one))
                        .limit(2)
                        .forEach(one -> sendKeyLine.send(
                                Uuid7.next(),
                                one.id(),
                                area,
                                "Example key line of enquiry: how partners’ contribution is followed.",
                                inspector));
            }
        });
        stage.scene(year.day(-12), ForumsOfTheDemonstration.DATA_LEAD, lead -> {
            if (sendKeyLine.seenBy(lead).stream().anyMatch(one -> one.id().equals(line))) {
                sendKeyLine.turnIntoQuestion(
                        line,
                        Uuid7.next(),
                        area,
                        "Example question: how do leaders know that supervision makes a difference to practice?",
                        lead);
            }
        });
    }

    private void ask(CycleView cycle, ForumId forum, ForumsOfTheDemonstration.Told one, Viewer lead) {
        var areas = cycle.scheme().areas();
        var origins = offer.of(lead, one.authority().id(), cycle.id());
        int howMany = one.authority().name().equals("Bolton") ? 3 : 2;
        for (int at = 0; at < howMany; at++) {
            writeQuestion.add(
                    forum,
                    new QuestionId(Uuid7.next()),
                    at == 1 ? QuestionSource.PREVIOUS_CYCLE : QuestionSource.DATA_GROUP,
                    areas.get(at % areas.size()).code(),
                    QUESTIONS.get(at),
                    at == 0 ? first(origins, "sentence") : at == 1 ? first(origins, Commitment.KIND) : null,
                    lead);
        }
    }

    private static @Nullable RecordRef first(List<Origin> origins, String kind) {
        return origins.stream()
                .map(Origin::record)
                .filter(record -> record.kind().equals(kind))
                .findFirst()
                .orElse(null);
    }

    private void answer(ForumId forum, Viewer officer) {
        for (var asked : showForum.of(forum, officer).questions()) {
            respond.save(
                    forum,
                    new QuestionId(asked.id()),
                    asked.version(),
                    "Example response: we look at this every quarter, in *audits* and with practitioners.",
                    officer);
        }
        respond.send(forum, officer);
    }

    private void hold(ForumId forum, Viewer manager) {
        holdForum.hold(forum, manager);
        var present = showForum.of(forum, manager).panel().stream()
                .map(seat -> new AccountId(seat.account()))
                .collect(Collectors.toSet());
        recordAttendance.record(
                forum, -1, present, "The authority’s Director\nThe authority’s heads of service", manager);
        writeForumNotes.write(
                forum,
                -1,
                "Example notes: the panel and the authority went through the questions one by one.",
                manager);
    }

    private static ForumId idOf(Map<LocalAuthorityId, ForumSummary> ids, ForumsOfTheDemonstration.Told one) {
        return Objects.requireNonNull(ids.get(one.authority().id())).id();
    }
}
