package uk.slipway.commitments;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import uk.slipway.accounts.AuthorityOnly;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleView;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.web.Crumb;
import uk.slipway.web.NotFound;
import uk.slipway.web.Option;
import uk.slipway.web.TimelineEntry;
import uk.slipway.web.Unprocessable;
import uk.slipway.web.Words;

/** What an authority said it will do, and how it went. */
@Controller
@CommitmentReaders
class CommitmentsController {

    private static final String LIST = "commitments/list";
    private static final String RECORD = "commitments/record";
    private static final int NOTE_LIMIT = 2_000;
    private static final int TITLE_LENGTH = 60;

    /** How many years stand across the track. */
    private static final int YEARS = 3;

    private final ListCommitments listCommitments;
    private final ReadCommitment readCommitment;
    private final NoteProgress noteProgress;
    private final LocalAuthorities authorities;
    private final Clock clock;
    private final Words words = new Words();

    CommitmentsController(
            ListCommitments listCommitments,
            ReadCommitment readCommitment,
            NoteProgress noteProgress,
            LocalAuthorities authorities,
            Clock clock) {
        this.listCommitments = listCommitments;
        this.readCommitment = readCommitment;
        this.noteProgress = noteProgress;
        this.authorities = authorities;
        this.clock = clock;
    }

    @GetMapping("/commitments")
    ModelAndView list(@ModelAttribute("form") CommitmentsForm form, BindingResult errors, Viewer viewer) {
        var filter = filter(form);
        var found = listCommitments.handle(viewer, filter);
        return new ModelAndView(LIST, Map.of("page", listPage(found, form, viewer)));
    }

    @GetMapping("/commitments/{commitment}")
    ModelAndView read(@PathVariable("commitment") String id, Viewer viewer) {
        return new ModelAndView(
                RECORD,
                Map.of(
                        "page",
                        recordPage(readCommitment.handle(idOf(id), viewer)),
                        "form",
                        new NoteForm(Uuid7.next().toString(), null)));
    }

    @AuthorityOnly
    @PostMapping("/commitments/{commitment}")
    ModelAndView note(
            @PathVariable("commitment") String id,
            @ModelAttribute("form") NoteForm form,
            BindingResult errors,
            Viewer viewer,
            RedirectAttributes redirect) {
        var commitment = idOf(id);
        var note = form.note() == null ? "" : form.note().strip();
        if (note.isEmpty()) {
            errors.rejectValue("note", "blank", "Enter how it is going");
        } else if (note.length() > NOTE_LIMIT) {
            errors.rejectValue("note", "long", "The note must be 2,000 characters or fewer");
        }
        if (errors.hasErrors()) {
            return Unprocessable.page(RECORD, recordPage(readCommitment.handle(commitment, viewer)));
        }
        try {
            noteProgress.handle(commitment, noteIdOf(form.noteId()), note, viewer);
        } catch (DataIntegrityViolationException twice) {
            // The same button pressed twice: the first press saved it.
        } catch (OptimisticLockingFailureException meanwhile) {
            // A note is added beside others and changes none of them, so it is simply saved after the other.
            noteProgress.handle(commitment, noteIdOf(form.noteId()), note, viewer);
        }
        redirect.addFlashAttribute("success", "Your note is saved");
        return new ModelAndView("redirect:/commitments/" + id);
    }

    private static CommitmentsFilter filter(CommitmentsForm form) {
        var state = Arrays.stream(CommitmentState.values())
                .filter(known -> known.name().equals(form.state()))
                .findFirst()
                .orElse(null);
        var area = form.area() == null || form.area().isBlank() ? null : form.area();
        UUID authority = null;
        try {
            authority =
                    form.authority() == null || form.authority().isBlank() ? null : UUID.fromString(form.authority());
        } catch (IllegalArgumentException none) {
            throw new NotFound();
        }
        var before = form.before() == null || form.before().isBlank()
                ? null
                : CommitmentsFilter.Place.from(form.before()).orElseThrow(NotFound::new);
        return new CommitmentsFilter(state, area, authority, before);
    }

    private static CommitmentId idOf(String id) {
        try {
            return new CommitmentId(UUID.fromString(id));
        } catch (IllegalArgumentException none) {
            throw new NotFound();
        }
    }

    private static UUID noteIdOf(@Nullable String id) {
        try {
            return id == null ? Uuid7.next() : UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            return Uuid7.next();
        }
    }

    private CommitmentsPage listPage(ListCommitments.Found found, CommitmentsForm form, Viewer viewer) {
        var own = viewer.authority();
        var today = LondonTime.today(clock);
        var last = found.current().map(CycleView::year).orElseGet(() -> AcademicYear.of(today));
        var years = IntStream.range(0, YEARS)
                .mapToObj(back -> new AcademicYear(last.startsIn() - (YEARS - 1) + back))
                .toList();
        boolean filtered = !(blank(form.state()) && blank(form.area()) && blank(form.authority()));
        var region = viewer.region();
        return new CommitmentsPage(
                own == null ? "Commitments" : "Commitments, " + viewer.organisationName(),
                own == null ? null : viewer.organisationName(),
                own != null,
                finding(found, own != null, filtered),
                filtered,
                years.stream().map(AcademicYear::label).toList(),
                found.commitments().stream()
                        .map(commitment ->
                                row(commitment, years, found.current().orElse(null)))
                        .toList(),
                Arrays.stream(CommitmentState.values())
                        .map(state -> Option.of(state.name(), state.inWords()))
                        .toList(),
                found.current()
                        .map(cycle -> cycle.scheme().areas().stream()
                                .map(area -> Option.of(area.code(), area.name()))
                                .toList())
                        .orElse(List.of()),
                own != null || region == null
                        ? List.of()
                        : authorities.in(region, today).stream()
                                .map(authority ->
                                        Option.of(authority.id().value().toString(), authority.label()))
                                .toList(),
                next(found, form),
                own != null
                        ? List.of(
                                "The people of " + viewer.organisationName() + " who work on its records.",
                                "The regional team sees a commitment that comes from a headline it sees, and not what"
                                        + " became of it.",
                                "What a predecessor authority committed to is not here.")
                        : List.of(
                                "The regional team sees commitments that come from headlines it sees.",
                                "How a commitment is going is seen by its own authority alone."));
    }

    private static @Nullable String next(ListCommitments.Found found, CommitmentsForm form) {
        var next = found.next();
        if (next == null) {
            return null;
        }
        var address = UriComponentsBuilder.fromPath("/commitments");
        if (!blank(form.state())) {
            address.queryParam("state", "{state}");
        }
        if (!blank(form.area())) {
            address.queryParam("area", "{area}");
        }
        if (!blank(form.authority())) {
            address.queryParam("authority", "{authority}");
        }
        return address.queryParam("before", next.inAddress())
                .encode()
                .buildAndExpand(Map.of(
                        "state", String.valueOf(form.state()),
                        "area", String.valueOf(form.area()),
                        "authority", String.valueOf(form.authority())))
                .toUriString();
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private String finding(ListCommitments.Found found, boolean own, boolean filtered) {
        long open = found.commitments().stream()
                .filter(commitment -> commitment.state() != CommitmentState.MET)
                .count();
        if (found.next() != null || !own || filtered) {
            return found.next() == null
                    ? CommitmentsController.upperFirst(
                            words.count(found.commitments().size(), "commitment", "commitments"))
                    : "The newest " + found.commitments().size() + " commitments";
        }
        return open == 0
                ? "Every commitment is met"
                : open + " of " + words.count(found.commitments().size(), "commitment", "commitments")
                        + (open == 1 ? " is" : " are") + " still to be met";
    }

    private static String upperFirst(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private CommitmentsPage.Row row(CommitmentView commitment, List<AcademicYear> years, @Nullable CycleView current) {
        var area = commitment.areaCode();
        return new CommitmentsPage.Row(
                commitment.text(),
                "/commitments/" + commitment.id().value(),
                authorities
                        .find(commitment.authority())
                        .map(LocalAuthority::label)
                        .orElse(""),
                commitment.source().inWords(),
                area == null ? null : current == null ? area : current.scheme().areaName(area),
                commitment.owner(),
                commitment.due() == null ? null : words.shortDate(commitment.due()),
                commitment.state().inWords(),
                commitment.state().tag(),
                years.stream().map(year -> cell(commitment, year)).toList());
    }

    private static CommitmentsPage.Cell cell(CommitmentView commitment, AcademicYear year) {
        var answer = commitment.answerIn(year);
        if (answer.isPresent()) {
            var state = CommitmentState.of(answer.get().answer());
            return new CommitmentsPage.Cell(state.inWords(), state.tag());
        }
        return commitment.madeInYear().equals(year)
                ? new CommitmentsPage.Cell("Made", "govuk-tag--teal")
                : new CommitmentsPage.Cell("", "");
    }

    private CommitmentPage recordPage(ReadCommitment.Found found) {
        var commitment = found.commitment();
        var authority = nameOf(commitment.authority());
        var area = commitment.areaCode();
        var text = commitment.text();
        return new CommitmentPage(
                commitment.id().value().toString(),
                "Commitment: "
                        + (text.length() > TITLE_LENGTH
                                ? text.substring(0, TITLE_LENGTH).strip() + "…"
                                : text) + ", "
                        + authority + ", " + commitment.madeInYear().label(),
                authority + ", " + commitment.madeInYear().label(),
                text,
                found.own(),
                commitment.state().inWords(),
                commitment.state().tag(),
                commitment.source().inWords(),
                commitment.madeInYear().label(),
                area == null
                        ? null
                        : found.madeIn()
                                .map(cycle -> cycle.scheme().areaName(area))
                                .orElse(area),
                commitment.owner(),
                commitment.due() == null ? null : words.date(commitment.due()),
                commitment.answers().stream()
                        .map(answer -> new CommitmentPage.Answer(
                                answer.year().label(),
                                answer.answer().inWords(),
                                CommitmentState.of(answer.answer()).tag(),
                                answer.note(),
                                answer.by() + ", " + words.shortDate(answer.at())))
                        .toList(),
                found.notes().stream()
                        .map(note -> new CommitmentPage.Note(note.text(), note.by() + ", " + words.moment(note.at())))
                        .toList(),
                found.history().stream()
                        .map(entry -> new TimelineEntry(
                                words.moment(entry.at()),
                                entry.actingAs() == null ? entry.who() : entry.who() + ", " + entry.actingAs(),
                                upperFirst(entry.what())))
                        .toList(),
                List.of(
                        "The people of " + authority + " who work on its records.",
                        "The regional team, where it sees the headline that this comes from; but not the answers and"
                                + " notes."),
                List.of(new Crumb("Commitments", "/commitments")));
    }

    private String nameOf(LocalAuthorityId id) {
        return authorities.find(id).map(LocalAuthority::label).orElse("");
    }
}
