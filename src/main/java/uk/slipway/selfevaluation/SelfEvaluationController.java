package uk.slipway.selfevaluation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.SignedIn;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.MilestoneKind;
import uk.slipway.cycles.SignOffStep;
import uk.slipway.kernel.LondonTime;
import uk.slipway.web.Crumb;
import uk.slipway.web.Markdown;
import uk.slipway.web.Step;
import uk.slipway.web.Tile;
import uk.slipway.web.TimelineEntry;
import uk.slipway.web.Words;

/** The list of self-evaluations, one of them as a record with its task list, and the whole document to read or print. */
@Controller
@SignedIn
@RequestMapping("/self-evaluations")
class SelfEvaluationController {

    private static final Words WORDS = new Words();

    /** One row of a list: a self-evaluation, where it stands in words, and a date. */
    record Row(String title, String href, String state, String when) {}

    /** One row of the region's table; without an address there is nothing to open yet. */
    record Standing(
            String name, String authorityHref, @Nullable String href, String state, String when, boolean late) {}

    /** The list. */
    record ListPage(
            String title,
            @Nullable String year,
            boolean maySee,
            boolean mayStart,
            @Nullable String due,
            List<Row> own,
            List<Row> shown,
            @Nullable String more,
            List<Tile> tiles,
            List<Standing> region,
            List<Crumb> filters,
            String filter,
            @Nullable String finding) {}

    /** One task of the task list. */
    record Task(String title, @Nullable String href, String hint, String status, boolean done) {}

    /** One step of sign-off as the record shows it. */
    record SignOffRow(
            String who,
            String words,
            boolean signed,
            @Nullable String paperHref,
            @Nullable UUID scan) {}

    /** Something that the viewer can do next. */
    record Act(String text, String href) {

        boolean isNewVersion() {
            return href.endsWith("/new-version");
        }
    }

    /** The record's page. */
    record RecordPage(
            Reading.Head head,
            String title,
            List<Crumb> crumbs,
            String state,
            String next,
            List<Step> steps,
            String due,
            boolean mayWrite,
            List<Task> tasks,
            int done,
            List<SignOffRow> signOffs,
            List<String> voided,
            @Nullable Act act,
            List<Act> others,
            @Nullable EvidencePicture evidence,
            List<String> whoCanSee,
            List<TimelineEntry> timeline) {}

    /** The whole document. */
    record ReadPage(
            Reading.Head head,
            String title,
            List<Crumb> crumbs,
            String state,
            List<ReadSection> sections,
            Map<UUID, String> questions,
            List<SignOffRow> signOffs,
            List<String> whoCanSee) {}

    private final ListSelfEvaluations list;
    private final ShowSelfEvaluation show;
    private final StartSelfEvaluation start;
    private final OpenDocument openDocument;
    private final Markdown markdown;
    private final Clock clock;

    SelfEvaluationController(
            ListSelfEvaluations list,
            ShowSelfEvaluation show,
            StartSelfEvaluation start,
            OpenDocument openDocument,
            Markdown markdown,
            Clock clock) {
        this.list = list;
        this.show = show;
        this.start = start;
        this.openDocument = openDocument;
        this.markdown = markdown;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String before,
            Viewer viewer) {
        var listed = list.seenBy(viewer, ListSelfEvaluations.Line.parse(before));
        var cycle = listed.cycle();
        var due = cycle == null ? null : cycle.dayOf(MilestoneKind.SELF_EVALUATION_DUE);
        boolean writes = viewer.is(Role.LA_OFFICER) || viewer.is(Role.DIRECTOR);
        boolean begun = cycle != null
                && listed.own().stream().anyMatch(head -> head.cycle().equals(cycle.id()));
        var all = listed.region().stream()
                .map(each -> standing(each, due))
                .sorted(Comparator.comparing((Standing each) -> !each.late()))
                .toList();
        var chosen = all.stream()
                .filter(each -> state.isEmpty() || slug(each.state()).equals(state))
                .toList();
        var filters = new ArrayList<Crumb>();
        if (!all.isEmpty()) {
            filters.add(new Crumb("All (" + all.size() + ")", "/self-evaluations"));
            all.stream()
                    .map(Standing::state)
                    .distinct()
                    .forEach(each -> filters.add(new Crumb(
                            each + " ("
                                    + all.stream()
                                            .filter(one -> one.state().equals(each))
                                            .count() + ")",
                            "/self-evaluations?state=" + slug(each))));
        }
        var counted = listed.region().stream()
                .filter(each -> !each.authority().fictitious())
                .toList();
        long submitted = counted.stream()
                .filter(each -> each.summary() != null && each.summary().submitted())
                .count();
        var year = cycle == null ? null : cycle.year().label();
        var page = new ListPage(
                year == null ? "Self-evaluation" : "Self-evaluation " + year,
                year,
                viewer.authority() != null && viewer.worksFor(viewer.authority()),
                cycle != null && writes && !begun,
                due == null ? null : dueSentence(due),
                listed.own().stream().map(SelfEvaluationController::row).toList(),
                listed.shown().stream().map(SelfEvaluationController::row).toList(),
                listed.more() == null
                        ? null
                        : "/self-evaluations?before=" + listed.more().asSent(),
                chosen.stream().map(SelfEvaluationController::tile).toList(),
                chosen,
                filters,
                state,
                all.isEmpty()
                        ? null
                        : submitted + " of " + counted.size() + " authorities have submitted their self-evaluation");
        return new ModelAndView("selfevaluation/list", "page", page);
    }

    @PostMapping("/start")
    @WritersOnly
    String start(Viewer viewer, RedirectAttributes flash) {
        return "redirect:/self-evaluations/" + start.start(viewer).value();
    }

    @GetMapping("/{id}")
    ModelAndView record(@PathVariable UUID id, Viewer viewer) {
        var shown = show.asRecord(new SelfEvaluationId(id), viewer);
        var head = shown.head();
        boolean ours = viewer.worksFor(head.authority());
        boolean writes = ours && (viewer.is(Role.LA_OFFICER) || viewer.is(Role.DIRECTOR));
        var chain = shown.cycle().template().chain();
        var due = shown.cycle().dayOf(MilestoneKind.SELF_EVALUATION_DUE);
        var tasks = shown.sections().stream()
                .map(section -> task(head, section, writes))
                .toList();
        var acts = acts(head, chain, shown.signOffs(), viewer);
        var page = new RecordPage(
                head,
                head.title() + (head.number() > 1 ? ", version " + head.number() : ""),
                List.of(new Crumb("Self-evaluation", "/self-evaluations")),
                head.state().inWords(),
                next(head, chain, shown.signOffs()),
                steps(head, due),
                head.number() == 1 && head.state().isBeforeSubmission()
                        ? WORDS.dueIn(due, LondonTime.today(clock))
                        : WORDS.date(due),
                writes,
                tasks,
                (int) tasks.stream().filter(Task::done).count(),
                signOffs(head, chain, shown.signOffs(), writes, ours),
                shown.signOffs().stream()
                        .filter(signOff -> !signOff.counts())
                        .map(signOff -> signOff.signedBy() + "’s signature of " + WORDS.shortDate(signOff.signedOn())
                                + " is void: " + signOff.voidedBecause())
                        .toList(),
                acts.isEmpty() || acts.getFirst().isNewVersion()
                        ? new Act("Read the whole text", head.address() + "/read")
                        : acts.getFirst(),
                acts.isEmpty() || acts.getFirst().isNewVersion() ? acts : acts.subList(1, acts.size()),
                EvidencePicture.of(shown.sections()),
                whoCanSee(head, shown.audiences()),
                shown.trail().stream()
                        .map(entry -> new TimelineEntry(
                                WORDS.moment(entry.at()),
                                entry.actingAs() == null ? entry.who() : entry.who() + ", " + entry.actingAs(),
                                entry.who() + " " + entry.what()))
                        .toList());
        return new ModelAndView("selfevaluation/record", "page", page);
    }

    @GetMapping("/{id}/read")
    ModelAndView read(@PathVariable UUID id, Viewer viewer) {
        var whole = show.asDocument(new SelfEvaluationId(id), viewer);
        var head = whole.head();
        var page = new ReadPage(
                head,
                head.title() + (head.number() > 1 ? ", version " + head.number() : "") + ": the whole text",
                List.of(new Crumb("Self-evaluation", "/self-evaluations"), new Crumb(head.title(), head.address())),
                head.submittedAt() == null
                        ? head.state().inWords() + ". Not submitted."
                        : "Submitted on " + WORDS.date(head.submittedAt()) + " by " + head.submittedBy() + ".",
                ReadSection.of(whole, markdown),
                whole.questions(),
                signOffs(head, whole.cycle().template().chain(), whole.signOffs(), false, false),
                whoCanSee(head, head.submittedAt() == null ? List.of() : List.of("REGION")));
        return new ModelAndView("selfevaluation/read", "page", page);
    }

    /** Always a download, of the type its content has, and never run by the browser. */
    @GetMapping("/documents/{document}")
    ResponseEntity<byte[]> document(@PathVariable UUID document, Viewer viewer) {
        var file = openDocument.open(document, viewer);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.content());
    }

    /** Whom a submitted one is read by, in sentences; before submission, nobody else. */
    static List<String> whoCanSee(Reading.Head head, List<String> audiences) {
        var sentences = new ArrayList<String>();
        sentences.add(head.authorityName() + ": its officers, Director, Chief Executive and Lead Member.");
        if (audiences.contains("REGION")) {
            sentences.add("The regional team and its strategic performance and data group.");
        }
        if (audiences.contains("PANEL")) {
            sentences.add("The panel of " + head.authorityName() + "’s peer challenge forum.");
        }
        if (audiences.isEmpty()) {
            sentences.add(
                    "Nobody else can read it. The regional team sees how far it is and its dates, not what it says.");
        } else {
            sentences.add("Ofsted cannot see it.");
        }
        return sentences;
    }

    private static Task task(Reading.Head head, Reading.SectionLine section, boolean writes) {
        var parts = new ArrayList<String>();
        if (section.strengths() > 0) {
            parts.add(WORDS.count(section.strengths(), "strength", "strengths"));
        }
        if (section.areas() > 0) {
            parts.add(WORDS.count(section.areas(), "area for development", "areas for development"));
        }
        if (section.evidence() > 0) {
            parts.add(WORDS.count(section.evidence(), "piece of evidence", "pieces of evidence"));
        }
        if (section.savedAt() != null) {
            parts.add("saved " + WORDS.shortDate(section.savedAt()) + " by " + section.savedBy());
        }
        return new Task(
                section.title(),
                writes && head.open()
                        ? head.address() + "/sections/" + section.code()
                        : head.address() + "/read#" + section.code(),
                String.join(", ", parts),
                section.complete() ? "Complete" : section.touched() ? "In progress" : "Not started",
                section.complete());
    }

    private static List<SignOffRow> signOffs(
            Reading.Head head, List<SignOffStep> chain, List<Reading.SignOffLine> given, boolean writes, boolean ours) {
        return IntStream.range(0, chain.size())
                .mapToObj(step -> {
                    var taken = chain.get(step);
                    var who = taken.role().inWords() + (taken.optional() ? " (optional)" : "");
                    var signed = standing(given, step);
                    boolean open = head.state() == SelfEvaluationState.IN_REVIEW
                            || head.state() == SelfEvaluationState.SIGNED_OFF;
                    return signed.map(each -> new SignOffRow(
                                    who,
                                    each.signedBy() + " on " + WORDS.shortDate(each.signedOn())
                                            + (each.onPaper() ? ", on paper, recorded by " + each.recordedBy() : ""),
                                    true,
                                    null,
                                    ours ? each.document() : null))
                            .orElseGet(() -> new SignOffRow(
                                    who,
                                    head.open() ? "Not yet" : "Did not sign",
                                    false,
                                    writes && open ? head.address() + "/paper/" + step : null,
                                    null));
                })
                .toList();
    }

    private static Optional<Reading.SignOffLine> standing(List<Reading.SignOffLine> given, int step) {
        return given.stream()
                .filter(each -> each.counts() && each.step() == step)
                .findFirst();
    }

    /** The next step and whose it is, as a sentence. */
    private static String next(Reading.Head head, List<SignOffStep> chain, List<Reading.SignOffLine> given) {
        if (!head.isNewest()) {
            return "A later version has been started. This one stays as it was submitted.";
        }
        return switch (head.state()) {
            case DRAFT -> "Next: " + head.authorityName() + "’s officers write it and send it for review.";
            case IN_REVIEW ->
                IntStream.range(0, chain.size())
                        .filter(step -> !chain.get(step).optional()
                                && standing(given, step).isEmpty())
                        .mapToObj(step -> "Next: the " + chain.get(step).role().inWords() + " "
                                + chain.get(step).verb() + " it, or returns it with a reason.")
                        .findFirst()
                        .orElse("Next: sign-off.");
            case SIGNED_OFF -> "Next: an officer or the Director submits it.";
            case SUBMITTED -> "Next: the peer challenge forum.";
            case CHALLENGED -> "The forum has been held. Next: headlines and the conversation with Ofsted.";
            case CLOSED -> "The year is finished.";
        };
    }

    private List<Step> steps(Reading.Head head, LocalDate due) {
        boolean late =
                head.number() == 1 && head.open() && LondonTime.today(clock).isAfter(due);
        return List.of(
                step("Written", head.sentAt(), head.state(), SelfEvaluationState.DRAFT, late),
                step("Signed off", head.signedOffAt(), head.state(), SelfEvaluationState.IN_REVIEW, late),
                step("Submitted", head.submittedAt(), head.state(), SelfEvaluationState.SIGNED_OFF, late),
                step("Challenged", head.challengedAt(), head.state(), SelfEvaluationState.SUBMITTED, false),
                step("Closed", head.closedAt(), head.state(), SelfEvaluationState.CHALLENGED, false));
    }

    private static Step step(
            String name, @Nullable Instant on, SelfEvaluationState state, SelfEvaluationState before, boolean late) {
        if (state == before) {
            return new Step(
                    name,
                    late ? "Late" : before == SelfEvaluationState.DRAFT ? "Now" : "Next",
                    late ? Step.Progress.LATE : Step.Progress.NOW);
        }
        return state.compareTo(before) > 0
                ? new Step(name, on == null ? "Done" : WORDS.shortDate(on), Step.Progress.DONE)
                : new Step(name, "Ahead", Step.Progress.AHEAD);
    }

    private static List<Act> acts(
            Reading.Head head, List<SignOffStep> chain, List<Reading.SignOffLine> given, Viewer viewer) {
        var acts = new ArrayList<Act>();
        if (!viewer.worksFor(head.authority()) || !head.isNewest()) {
            return acts;
        }
        boolean writes = viewer.is(Role.LA_OFFICER) || viewer.is(Role.DIRECTOR);
        boolean review =
                head.state() == SelfEvaluationState.IN_REVIEW || head.state() == SelfEvaluationState.SIGNED_OFF;
        if (head.state() == SelfEvaluationState.DRAFT && writes) {
            acts.add(new Act("Send for review", head.address() + "/send"));
        }
        if (review) {
            IntStream.range(0, chain.size())
                    .filter(step -> chain.get(step).role() == viewer.role()
                            && standing(given, step).isEmpty()
                            && IntStream.range(0, step)
                                    .allMatch(earlier -> chain.get(earlier).optional()
                                            || standing(given, earlier).isPresent()))
                    .findFirst()
                    .ifPresent(step -> acts.add(
                            new Act(viewer.is(Role.DIRECTOR) ? "Approve it" : "Sign it", head.address() + "/sign")));
        }
        if (head.state() == SelfEvaluationState.SIGNED_OFF && writes) {
            acts.add(new Act("Submit it", head.address() + "/submit"));
        }
        if (review && !viewer.is(Role.LA_OFFICER)) {
            acts.add(new Act("Return it to its author", head.address() + "/return"));
        }
        if ((head.state() == SelfEvaluationState.SUBMITTED || head.state() == SelfEvaluationState.CHALLENGED)
                && writes) {
            acts.add(new Act("Start a new version", head.address() + "/new-version"));
        }
        return acts;
    }

    private static Row row(Reading.Head head) {
        return new Row(
                head.title() + (head.number() > 1 ? ", version " + head.number() : ""),
                head.address(),
                head.state().inWords(),
                head.submittedAt() == null
                        ? "Started " + WORDS.shortDate(head.startedAt())
                        : "Submitted " + WORDS.shortDate(head.submittedAt()));
    }

    private Standing standing(ListSelfEvaluations.Standing each, @Nullable LocalDate due) {
        var summary = each.summary();
        var authority = "/authorities/" + each.authority().gssCode();
        boolean late = due != null && LondonTime.today(clock).isAfter(due) && (summary == null || !summary.submitted());
        if (summary == null) {
            return new Standing(
                    each.authority().label(),
                    authority,
                    null,
                    late ? "Late: not started" : "Not started",
                    dueWords(due),
                    late);
        }
        var readable = summary.readable();
        boolean rewriting = summary.submitted() && summary.state().isBeforeSubmission();
        var state =
                rewriting ? "Submitted, new version under way" : summary.state().inWords();
        return new Standing(
                each.authority().label(),
                authority,
                readable == null ? null : "/self-evaluations/" + readable.value(),
                late ? "Late: " + state.toLowerCase(java.util.Locale.UK) : state,
                summary.submittedAt() == null ? dueWords(due) : "Submitted " + WORDS.shortDate(summary.submittedAt()),
                late);
    }

    private String dueSentence(LocalDate due) {
        var today = LondonTime.today(clock);
        return due.isBefore(today) ? "It was due on " + WORDS.date(due) : "Due " + WORDS.dueIn(due, today);
    }

    private static String dueWords(@Nullable LocalDate due) {
        return due == null ? "" : "Due " + WORDS.shortDate(due);
    }

    private static Tile tile(Standing each) {
        return new Tile(
                each.name(),
                Objects.requireNonNullElse(each.href(), each.authorityHref()),
                each.state(),
                each.when(),
                look(each));
    }

    private static Tile.Look look(Standing each) {
        if (each.late()) {
            return Tile.Look.LATE;
        }
        if (each.href() != null) {
            return Tile.Look.DONE;
        }
        return each.state().equals("Not started") ? Tile.Look.WAITING : Tile.Look.UNDER_WAY;
    }

    private static String slug(String words) {
        return words.toLowerCase(java.util.Locale.UK).replaceAll("[^a-z]+", "-");
    }
}
