package uk.slipway.cycles;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.accounts.AuthorityOnly;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.SignedIn;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.Uuid7;
import uk.slipway.web.Crumb;
import uk.slipway.web.DateParts;
import uk.slipway.web.Markdown;
import uk.slipway.web.NotYours;
import uk.slipway.web.Option;
import uk.slipway.web.Tile;
import uk.slipway.web.Unprocessable;
import uk.slipway.web.Words;

/** The memorandum of understanding of a year. Who may read it, and what of it, {@link ReadMemorandum} decides. */
@Controller
@SignedIn
class MemorandumController {

    private static final String VIEW = "cycles/memorandum";
    private static final int NAME_LIMIT = 200;
    private static final int NOTE_LIMIT = 1_000;

    private final ReadMemorandum readMemorandum;
    private final SignMemorandum signMemorandum;
    private final RecordPaperSignature recordPaperSignature;
    private final Markdown markdown;
    private final Clock clock;
    private final Words words = new Words();

    MemorandumController(
            ReadMemorandum readMemorandum,
            SignMemorandum signMemorandum,
            RecordPaperSignature recordPaperSignature,
            Markdown markdown,
            Clock clock) {
        this.readMemorandum = readMemorandum;
        this.signMemorandum = signMemorandum;
        this.recordPaperSignature = recordPaperSignature;
        this.markdown = markdown;
        this.clock = clock;
    }

    @GetMapping("/cycles/{year}/memorandum")
    ModelAndView read(@PathVariable String year, Viewer viewer) {
        var form = new MemorandumForm(
                null, Uuid7.next().toString(), null, null, DateParts.of(LondonTime.today(clock)), null);
        return new ModelAndView(VIEW, Map.of("page", page(year, viewer), "form", form));
    }

    @AuthorityOnly
    @PostMapping("/cycles/{year}/memorandum")
    ModelAndView sign(
            @PathVariable String year,
            @ModelAttribute("form") MemorandumForm form,
            BindingResult errors,
            Viewer viewer,
            RedirectAttributes redirect) {
        var academicYear = ManageCyclesController.yearOf(year);
        if (!"true".equals(form.agreed())) {
            errors.rejectValue("agreed", "blank", "Tick the box to say that you agree to the memorandum");
            return Unprocessable.page(VIEW, page(year, viewer));
        }
        try {
            signMemorandum.handle(academicYear, viewer);
        } catch (NotInThisState closed) {
            errors.rejectValue("agreed", "closed", "This year is closed, so its memorandum can no longer be signed");
            return Unprocessable.page(VIEW, page(year, viewer));
        } catch (DataIntegrityViolationException signedMeanwhile) {
            // The same button pressed twice: the first press signed.
        }
        redirect.addFlashAttribute("success", "You have signed the memorandum of understanding");
        return new ModelAndView("redirect:/cycles/" + academicYear.slug() + "/memorandum");
    }

    @AuthorityOnly
    @PostMapping("/cycles/{year}/memorandum/paper")
    ModelAndView record(
            @PathVariable String year,
            @ModelAttribute("form") MemorandumForm form,
            BindingResult errors,
            Viewer viewer,
            RedirectAttributes redirect) {
        var academicYear = ManageCyclesController.yearOf(year);
        if (!viewer.is(Role.LA_OFFICER)) {
            throw new NotYours();
        }
        var role = roleOf(form.role());
        if (role.isEmpty()) {
            errors.rejectValue("role", "blank", "Select who signed");
        }
        var name = form.name() == null ? "" : form.name().strip();
        if (name.isEmpty()) {
            errors.rejectValue("name", "blank", "Enter the name of the person who signed");
        } else if (name.length() > NAME_LIMIT) {
            errors.rejectValue("name", "long", "The name must be 200 characters or fewer");
        }
        var on = DateParts.required(form.signedOn(), "signedOn", "Date of the signature", errors);
        if (on != null && on.isAfter(LondonTime.today(clock))) {
            errors.rejectValue("signedOn", "future", "Date of the signature must be today or in the past");
        }
        var note = form.note() == null || form.note().isBlank()
                ? null
                : form.note().strip();
        if (note != null && note.length() > NOTE_LIMIT) {
            errors.rejectValue("note", "long", "The note must be 1,000 characters or fewer");
        }
        if (errors.hasErrors() || role.isEmpty() || on == null) {
            return Unprocessable.page(VIEW, page(year, viewer));
        }
        try {
            boolean recorded = recordPaperSignature.handle(
                    idOf(form.id()), academicYear, role.get(), new PaperSignature(name, on, note), viewer);
            if (!recorded) {
                errors.rejectValue("role", "signed", "The " + role.get().inWords() + " has signed already");
                return Unprocessable.page(VIEW, page(year, viewer));
            }
        } catch (NotInThisState closed) {
            errors.rejectValue("role", "closed", "This year is closed, so its memorandum can no longer be signed");
            return Unprocessable.page(VIEW, page(year, viewer));
        } catch (DataIntegrityViolationException signedMeanwhile) {
            // The same button pressed twice: the first press recorded it.
        }
        redirect.addFlashAttribute("success", "The signature on paper is recorded, with your name");
        return new ModelAndView("redirect:/cycles/" + academicYear.slug() + "/memorandum");
    }

    private static SignatureId idOf(@Nullable String typed) {
        try {
            return new SignatureId(typed == null ? Uuid7.next() : UUID.fromString(typed));
        } catch (IllegalArgumentException noId) {
            return new SignatureId(Uuid7.next());
        }
    }

    private static Optional<MemorandumRole> roleOf(@Nullable String typed) {
        return Arrays.stream(MemorandumRole.values())
                .filter(role -> role.name().equals(typed))
                .findFirst();
    }

    private MemorandumPage page(String year, Viewer viewer) {
        var found = readMemorandum.handle(ManageCyclesController.yearOf(year), viewer);
        var cycle = found.cycle();
        boolean region = viewer.isOfTheRegionalTeam();
        var own = region ? null : found.states().getFirst();
        var due = cycle.dayOf(MilestoneKind.MEMORANDUM_SIGNED);
        var today = LondonTime.today(clock);
        var counted = found.states().stream()
                .filter(state -> !state.authority().fictitious())
                .toList();
        long complete = counted.stream().filter(MemorandumController::complete).count();
        return new MemorandumPage(
                "Memorandum of understanding " + cycle.year().label()
                        + (own == null ? "" : ", " + own.authority().label()),
                own == null
                        ? cycle.year().label()
                        : own.authority().label() + ", " + cycle.year().label(),
                cycle.year().slug(),
                own == null
                        ? complete + " of " + words.count(counted.size(), "authority", "authorities")
                                + (complete == 1 ? " has" : " have") + " all three signatures"
                        : finding(own, due, today),
                markdown.toHtml(found.text()),
                own == null ? List.of() : lines(own),
                own == null || !cycle.isOpen() ? null : signAs(own, viewer),
                own == null || !cycle.isOpen() || !viewer.is(Role.LA_OFFICER) ? List.of() : missing(own),
                region,
                region ? tiles(found, due, today) : List.of(),
                region ? found.states().stream().map(this::row).toList() : List.of(),
                region
                        ? List.of(
                                "The regional team sees who has signed for each authority.",
                                "Each authority sees its own signatures, and no other's.")
                        : List.of(
                                "The people of " + own(own) + " who work on its records.",
                                "The regional team sees who has signed and when.",
                                "No other authority sees this."),
                List.of(
                        new Crumb("Years", "/cycles"),
                        new Crumb(
                                cycle.year().label(), "/cycles/" + cycle.year().slug())));
    }

    private static String own(ReadMemorandum.@Nullable State own) {
        return own == null ? "" : own.authority().label();
    }

    private static boolean complete(ReadMemorandum.State state) {
        return state.signatures().size() == MemorandumRole.values().length;
    }

    private String finding(ReadMemorandum.State own, LocalDate due, LocalDate today) {
        int missing = MemorandumRole.values().length - own.signatures().size();
        return missing == 0
                ? own.authority().name() + " has signed"
                : words.count(missing, "signature is", "signatures are") + " missing, due " + words.dueIn(due, today);
    }

    private List<MemorandumPage.Line> lines(ReadMemorandum.State state) {
        return Arrays.stream(MemorandumRole.values())
                .map(role -> signatureOf(state, role)
                        .map(signature -> new MemorandumPage.Line(
                                (signature.acting() ? "Acting " : "") + role.inWords(),
                                signature.name() + ", " + words.date(signature.on()),
                                signature.recordedBy() == null
                                        ? null
                                        : "On paper, recorded by " + signature.recordedBy()
                                                + (signature.note() == null ? "" : ": " + signature.note())))
                        .orElseGet(() -> new MemorandumPage.Line(role.inWords(), null, null)))
                .toList();
    }

    private static Optional<ReadMemorandum.Signature> signatureOf(ReadMemorandum.State state, MemorandumRole role) {
        return state.signatures().stream()
                .filter(signature -> signature.role() == role)
                .findFirst();
    }

    private static @Nullable String signAs(ReadMemorandum.State own, Viewer viewer) {
        return MemorandumRole.of(viewer.role())
                .filter(role -> signatureOf(own, role).isEmpty())
                .map(role -> (viewer.acting() ? "Acting " : "") + role.inWords())
                .orElse(null);
    }

    private static List<Option> missing(ReadMemorandum.State own) {
        return Arrays.stream(MemorandumRole.values())
                .filter(role -> signatureOf(own, role).isEmpty())
                .map(role -> Option.of(role.name(), role.inWords()))
                .toList();
    }

    /** Late ones first, then those under way, then those that are done. */
    private List<Tile> tiles(ReadMemorandum.Found found, LocalDate due, LocalDate today) {
        return found.states().stream()
                .map(state -> {
                    int signed = state.signatures().size();
                    boolean done = complete(state);
                    boolean late = !done && due.isBefore(today);
                    return new Tile(
                            state.authority().label(),
                            "/authorities/" + state.authority().gssCode(),
                            done ? "Signed by all three" : (late ? "Late: " : "") + signed + " of 3 have signed",
                            null,
                            done
                                    ? Tile.Look.DONE
                                    : late ? Tile.Look.LATE : signed == 0 ? Tile.Look.WAITING : Tile.Look.UNDER_WAY);
                })
                .sorted(java.util.Comparator.comparing(tile -> switch (tile.look()) {
                    case LATE -> 0;
                    case STOPPED -> 1;
                    case WAITING -> 2;
                    case UNDER_WAY -> 3;
                    case DONE -> 4;
                }))
                .toList();
    }

    private MemorandumPage.AuthorityRow row(ReadMemorandum.State state) {
        return new MemorandumPage.AuthorityRow(
                state.authority().label(),
                Arrays.stream(MemorandumRole.values())
                        .map(role -> signatureOf(state, role)
                                .map(signature -> signature.name() + ", " + words.shortDate(signature.on())
                                        + (signature.acting() ? " (acting)" : "")
                                        + (signature.recordedBy() == null ? "" : " (on paper)"))
                                .orElse("Not yet"))
                        .toList());
    }
}
