package uk.slipway.peerchallenge;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.AppointmentKind;
import uk.slipway.accounts.Directory;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.AuditTrail;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.cycles.CycleView;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.selfevaluation.SelfEvaluationSummaries;
import uk.slipway.selfevaluation.SelfEvaluationSummary;
import uk.slipway.web.Crumb;
import uk.slipway.web.Markdown;
import uk.slipway.web.NotFound;
import uk.slipway.web.Option;
import uk.slipway.web.SafeHtml;
import uk.slipway.web.Step;
import uk.slipway.web.TimelineEntry;
import uk.slipway.web.Words;

/** Everything about one forum that a viewer may see. */
@UseCase(readOnly = true)
class ShowForum {

    private static final List<ForumState> COURSE = List.of(
            ForumState.PLANNED,
            ForumState.PANEL_CONFIRMED,
            ForumState.PACK_ISSUED,
            ForumState.QUESTIONS_ISSUED,
            ForumState.RESPONSES_IN,
            ForumState.HELD,
            ForumState.HEADLINES_DRAFT,
            ForumState.HEADLINES_AGREED,
            ForumState.CONVERSATION_HELD,
            ForumState.CLOSED);

    private final ForumGate gate;
    private final ChallengeQuestions questions;
    private final CycleCalendar calendar;
    private final LocalAuthorities authorities;
    private final SurroundingsOfCycles surroundings;
    private final Directory directory;
    private final SelfEvaluationSummaries selfEvaluations;
    private final AuditTrail trail;
    private final Markdown markdown;
    private final Clock clock;

    ShowForum(
            ForumGate gate,
            ChallengeQuestions questions,
            CycleCalendar calendar,
            LocalAuthorities authorities,
            SurroundingsOfCycles surroundings,
            Directory directory,
            SelfEvaluationSummaries selfEvaluations,
            AuditTrail trail,
            Markdown markdown,
            Clock clock) {
        this.gate = gate;
        this.questions = questions;
        this.calendar = calendar;
        this.authorities = authorities;
        this.surroundings = surroundings;
        this.directory = directory;
        this.selfEvaluations = selfEvaluations;
        this.trail = trail;
        this.markdown = markdown;
        this.clock = clock;
    }

    /** Somebody on the panel, as they are shown. */
    record Seated(
            UUID account,
            String name,
            String part,
            @Nullable String from,
            @Nullable String acceptedBecause) {}

    /** A question with its response, as far as the viewer may see them. */
    record Asked(
            UUID id,
            long version,
            int number,
            String source,
            QuestionSource sourceKind,
            @Nullable String area,
            @Nullable String areaCode,
            String text,
            SafeHtml html,
            String response,
            SafeHtml responseHtml,
            @Nullable String respondedBy) {}

    /** Something that can be done next: a button or a link to the page where it is done. */
    record Action(String text, String href, boolean main) {}

    /**
     * A forum's page.
     *
     * @param papers what the panel has of its papers, as a sentence
     * @param noQuestions what is said where there are no questions
     * @param next what comes next and whose it is, as a sentence
     */
    record ForumPage(
            UUID id,
            long version,
            String title,
            LocalAuthority authority,
            CycleView cycle,
            ForumState state,
            Sitting sitting,
            List<Step> steps,
            @Nullable String stopped,
            List<Seated> panel,
            List<Concern> concerns,
            String papers,
            List<Asked> questions,
            String noQuestions,
            boolean seesQuestions,
            List<TimelineEntry> history,
            List<String> whoCanSee,
            String next,
            List<Action> actions,
            List<Crumb> crumbs,
            boolean manages,
            boolean prepares,
            boolean answers,
            boolean onPanel,
            boolean questionsOpen,
            boolean captures,
            @Nullable String selfEvaluation,
            List<Option> areas,
            List<Option> sources) {

        public boolean isHeld() {
            return state.hasReached(ForumState.HELD);
        }

        public boolean isDrafted() {
            return state.hasReached(ForumState.HEADLINES_DRAFT);
        }

        public boolean isPlanned() {
            return state == ForumState.PLANNED;
        }
    }

    /** A person who could be put on the panel, with what speaks against it. */
    record Candidate(UUID account, String name, String where, int load, List<Concern> concerns, boolean stopped) {}

    /** The panel's page. */
    record PanelPage(ForumPage forum, List<Candidate> peers, List<Option> others, int maximumPeers, long peerCount) {}

    ForumPage of(ForumId id, Viewer viewer) {
        var forum = gate.seenBy(viewer, id);
        var cycle = calendar.find(forum.cycle()).orElseThrow(NotFound::new);
        return page(forum, cycle, viewer);
    }

    /** The panel with everybody who could join it, for the regional manager. */
    PanelPage panelOf(ForumId id, Viewer viewer) {
        var forum = gate.managedBy(viewer, id);
        var cycle = calendar.find(forum.cycle()).orElseThrow(NotFound::new);
        var around = surroundings.of(cycle);
        var whose = authorities.get(forum.authority()).name();
        var proposal = Proposal.of(forum, whose);
        var known = ForumRule.checkAll(proposal, around);
        var peers = directory.directorsIn(cycle.region(), LondonTime.today(clock)).stream()
                .filter(director -> !forum.hasOnPanel(director.person().account()))
                .map(director -> {
                    var account = director.person().account();
                    var concerns = ForumRule.checkAll(
                                    proposal.with(new Proposal.Seat(
                                            account,
                                            director.person().name(),
                                            AppointmentKind.PEER,
                                            director.authority())),
                                    around)
                            .stream()
                            .filter(concern -> !known.contains(concern))
                            .toList();
                    return new Candidate(
                            account.value(),
                            director.person().name(),
                            director.authorityName(),
                            around.loadOf(account),
                            concerns,
                            concerns.stream().anyMatch(Concern::stops));
                })
                .toList();
        var others = new LinkedHashMap<String, Option>();
        for (var role : List.of(Role.REGIONAL_MANAGER, Role.DATA_LEAD)) {
            for (var person : directory.holding(role, cycle.region())) {
                others.put(
                        person.email(),
                        Option.of(
                                person.email(),
                                person.name() + ", " + role.inWords().toLowerCase(Locale.UK)));
            }
        }
        around.sittings()
                .forEach((account, seats) -> seats.stream()
                        .filter(seat -> seat.part() != AppointmentKind.PEER)
                        .findFirst()
                        .ifPresent(seat -> others.putIfAbsent(
                                account.value().toString(),
                                Option.of(
                                        account.value().toString(),
                                        seat.name() + ", "
                                                + seat.part().inWords().toLowerCase(Locale.UK) + " for "
                                                + seat.authorityName()))));
        return new PanelPage(
                page(forum, cycle, viewer),
                peers,
                List.copyOf(others.values()),
                cycle.forumShape().maximumPeers(),
                proposal.seats().stream().filter(Proposal.Seat::isPeer).count());
    }

    private ForumPage page(Forum forum, CycleView cycle, Viewer viewer) {
        var id = forum.id();
        var authority = authorities.get(forum.authority());
        boolean manages = viewer.is(Role.REGIONAL_MANAGER);
        boolean answers = viewer.worksFor(forum.authority());
        boolean onPanel = !answers && forum.hasOnPanel(viewer.account());
        boolean prepares = gate.preparesQuestions(viewer, forum.authority());
        boolean seesQuestions = prepares || onPanel || forum.state().hasReached(ForumState.QUESTIONS_ISSUED);
        boolean seesResponses = answers || forum.state().hasReached(ForumState.RESPONSES_IN);
        var asked = new ArrayList<Asked>();
        if (seesQuestions) {
            for (var question : questions.findByForumOrderByPlaceInOrderAscIdAsc(id)) {
                var area = question.areaCode();
                var response = seesResponses && question.response() != null ? question.response() : "";
                var at = question.respondedAt();
                asked.add(new Asked(
                        question.id().value(),
                        question.version(),
                        asked.size() + 1,
                        question.source().inWords(),
                        question.source(),
                        area == null ? null : cycle.scheme().areaName(area),
                        area,
                        question.text(),
                        markdown.toHtml(question.text()),
                        response,
                        markdown.toHtml(response),
                        response.isEmpty() || at == null
                                ? null
                                : "Saved by " + question.respondedBy() + ", " + new Words().moment(at)));
            }
        }
        var concerns = manages && !forum.state().isStopped() && !forum.state().hasReached(ForumState.HELD)
                ? ForumRule.checkAll(Proposal.of(forum, authority.name()), surroundings.of(cycle))
                : List.<Concern>of();
        var base = "/forums/" + id.value();
        var selfEvaluation = selfEvaluations
                .of(viewer, forum.authority(), forum.cycle())
                .map(SelfEvaluationSummary::readable)
                .map(readable -> "/self-evaluations/" + readable.value())
                .orElse(null);
        var actions = new ArrayList<Action>();
        var next = next(forum, authority, viewer, manages, answers, prepares, onPanel, base, actions);
        if (onPanel && selfEvaluation != null && !forum.state().hasReached(ForumState.HELD)) {
            actions.add(new Action("Read the self-evaluation", selfEvaluation + "/read", actions.isEmpty()));
        }
        var stopped = forum.steps().stream()
                .filter(step -> step.state().isStopped())
                .reduce((one, two) -> two)
                .filter(step -> forum.state().isStopped())
                .map(step -> step.byName() + (step.state() == ForumState.POSTPONED ? " postponed" : " cancelled")
                        + " the forum on " + new Words().date(step.reachedAt()) + ": " + step.because())
                .orElse(null);
        return new ForumPage(
                id.value(),
                forum.version(),
                "Forum: " + authority.label() + ", " + cycle.year().label(),
                authority,
                cycle,
                forum.state(),
                forum.sitting(),
                steps(forum),
                stopped,
                forum.panel().stream().map(this::seated).toList(),
                concerns,
                papers(forum),
                asked,
                forum.state() == ForumState.CANCELLED
                        ? "No question was written before the forum was cancelled."
                        : "There is no question yet. The data group, the regional team and the panel’s peers write"
                                + " them.",
                seesQuestions,
                trail.of(id.asRecord()).stream()
                        .map(entry -> new TimelineEntry(
                                new Words().moment(entry.at()),
                                entry.actingAs() == null ? entry.who() : entry.who() + ", " + entry.actingAs(),
                                Character.toUpperCase(entry.what().charAt(0))
                                        + entry.what().substring(1)))
                        .toList(),
                whoCanSee(forum, authority),
                next,
                actions,
                List.of(new Crumb("Home", "/"), new Crumb("Forums", "/forums")),
                manages,
                prepares,
                answers,
                onPanel,
                forum.takesQuestions(),
                ForumGate.mayCapture(viewer, forum),
                selfEvaluation,
                cycle.scheme().areas().stream()
                        .map(area -> Option.of(area.code(), area.name()))
                        .toList(),
                sources());
    }

    static List<Option> sources() {
        return List.of(QuestionSource.values()).stream()
                .map(source -> Option.of(source.name(), source.inWords()))
                .toList();
    }

    private Seated seated(PanelSeat seat) {
        var from = seat.authority();
        return new Seated(
                seat.account().value(),
                seat.name(),
                seat.part().inWords(),
                from == null ? null : authorities.get(from).name(),
                seat.acceptedBecause());
    }

    private static String papers(Forum forum) {
        boolean issued = forum.steps().stream().anyMatch(step -> step.state() == ForumState.PACK_ISSUED);
        if (forum.state() == ForumState.CANCELLED) {
            return issued
                    ? "The pack was issued before the forum was cancelled. The panel no longer reads it."
                    : "The pack was never issued.";
        }
        return issued
                ? "The pack has been issued: the panel reads the self-evaluation from its submission."
                : "The pack has not been issued to the panel yet.";
    }

    private static List<Step> steps(Forum forum) {
        var reached = new HashMap<ForumState, Instant>();
        forum.steps().forEach(step -> reached.putIfAbsent(step.state(), step.reachedAt()));
        var steps = new ArrayList<Step>();
        var at = forum.state().isStopped()
                ? forum.steps().stream()
                        .map(ReachedStep::state)
                        .filter(state -> !state.isStopped())
                        .reduce(ForumState.PLANNED, (one, two) -> two)
                : forum.state();
        for (var state : COURSE) {
            var when = reached.get(state);
            boolean done = state.ordinal() <= at.ordinal();
            var words = new Words();
            steps.add(new Step(
                    state.inWords(),
                    done
                            ? (when == null ? "Left out" : words.shortDate(when))
                            : forum.state() == ForumState.CANCELLED
                                    ? "Not reached"
                                    : state == ForumState.HELD
                                                    && forum.sitting().heldOn() != null
                                            ? words.shortDate(forum.sitting().heldOn())
                                            : "To come",
                    state == at && state != ForumState.CLOSED
                            ? Step.Progress.NOW
                            : done ? Step.Progress.DONE : Step.Progress.AHEAD));
        }
        return steps;
    }

    private static List<String> whoCanSee(Forum forum, LocalAuthority authority) {
        var sentences = new ArrayList<String>();
        sentences.add(authority.name() + "’s officers and signatories");
        sentences.add("The regional team and its data group");
        if (forum.state() == ForumState.CANCELLED) {
            sentences.add("The panel no longer sees it");
        } else if (forum.steps().stream().anyMatch(step -> step.state() == ForumState.PANEL_CONFIRMED)) {
            sentences.add("The people on its panel");
        } else {
            sentences.add("The people on its panel, once the panel is confirmed");
        }
        sentences.add("Ofsted’s team for the authority sees its name and the day, nothing else");
        return sentences;
    }

    private String next(
            Forum forum,
            LocalAuthority authority,
            Viewer viewer,
            boolean manages,
            boolean answers,
            boolean prepares,
            boolean onPanel,
            String base,
            List<Action> actions) {
        var today = LondonTime.today(clock);
        boolean captures = ForumGate.mayCapture(viewer, forum);
        var day = forum.sitting().heldOn();
        return switch (forum.state()) {
            case PLANNED -> {
                if (manages) {
                    if (day == null) {
                        actions.add(new Action("Give it a day", base + "/edit", true));
                    }
                    actions.add(new Action("Put the panel together", base + "/panel", day != null));
                    if (day != null && !forum.panel().isEmpty()) {
                        actions.add(new Action("Confirm the panel", base + "/confirm-panel", false));
                    }
                }
                yield "The regional manager puts the panel together and confirms it.";
            }
            case PANEL_CONFIRMED -> {
                if (manages) {
                    actions.add(new Action("Issue the pack", base + "/issue-pack", true));
                }
                yield "The regional manager issues the pack to the panel.";
            }
            case PACK_ISSUED -> {
                if (prepares || onPanel) {
                    actions.add(new Action("Write challenge questions", base + "/questions", true));
                }
                if (viewer.isOfTheRegionalTeam()) {
                    actions.add(new Action("Issue the questions", base + "/issue-questions", false));
                }
                yield "The data group and the panel write challenge questions; the regional team issues them to "
                        + authority.name() + ".";
            }
            case QUESTIONS_ISSUED -> {
                if (answers) {
                    actions.add(new Action("Write your responses", base + "/responses", true));
                }
                if (captures && day != null && !day.isAfter(today)) {
                    actions.add(new Action("Record the forum as held", base + "/hold", false));
                }
                yield authority.name() + " answers the questions in writing before the forum.";
            }
            case RESPONSES_IN -> {
                if (captures && day != null && !day.isAfter(today)) {
                    actions.add(new Action("Record the forum as held", base + "/hold", true));
                }
                yield "The panel reads the responses, and the forum is held.";
            }
            case HELD -> {
                if (captures) {
                    actions.add(new Action("Write up the forum", base + "/capture", true));
                }
                yield "The facilitator, the note taker or the regional team drafts the headlines.";
            }
            case HEADLINES_DRAFT -> {
                actions.add(new Action(
                        answers ? "Answer the draft headlines" : "Read the draft headlines",
                        base + "/headlines",
                        answers));
                yield authority.name() + " agrees or disputes each draft headline.";
            }
            case HEADLINES_AGREED -> {
                actions.add(new Action("Read the headlines", base + "/headlines", true));
                yield "The Director may share agreed headlines with Ofsted; the annual conversation follows.";
            }
            case CONVERSATION_HELD -> {
                actions.add(new Action("Read the headlines", base + "/headlines", true));
                yield "The conversation has been held. The forum closes with it.";
            }
            case CLOSED -> {
                actions.add(new Action("Read the headlines", base + "/headlines", false));
                yield "Nothing more: the forum is closed.";
            }
            case POSTPONED -> {
                if (manages) {
                    actions.add(new Action("Give it a new day", base + "/edit", true));
                }
                yield "The regional manager gives it a new day.";
            }
            case CANCELLED -> {
                if (manages) {
                    actions.add(
                            new Action("Schedule a new forum", "/forums/new?authority=" + authority.gssCode(), false));
                }
                yield "The forum will not be held. A new one may be scheduled.";
            }
        };
    }
}
