package uk.slipway.fosteringprotocol;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.web.DateParts;
import uk.slipway.web.Option;
import uk.slipway.web.Typed;
import uk.slipway.web.Unprocessable;
import uk.slipway.web.Words;

/** The reference table of which authorities adjoin. */
@Controller
@FosteringReadersOnly
class AdjacencyController {

    private static final Words WORDS = new Words();

    private final KeepAdjacency keep;

    AdjacencyController(KeepAdjacency keep) {
        this.keep = keep;
    }

    record Row(
            String names,
            String from,
            String until,
            String note,
            String checked,
            @Nullable String address) {}

    record Page(
            String title,
            boolean mayChange,
            List<Row> rows,
            List<Option> authorities,
            @Nullable String authority,
            int unchecked) {}

    @GetMapping("/fostering/adjacency")
    ModelAndView list(Viewer viewer, @RequestParam(required = false) @Nullable String authority) {
        boolean mayChange = mayChange(viewer);
        var pairs = keep.pairs(authority);
        return new ModelAndView(
                "fosteringprotocol/adjacency",
                Map.of(
                        "page",
                        new Page(
                                "Which authorities adjoin",
                                mayChange,
                                pairs.stream().map(pair -> row(pair, mayChange)).toList(),
                                options(),
                                authority,
                                (int) pairs.stream()
                                        .filter(pair -> pair.pair().checkedOn() == null)
                                        .count())));
    }

    private static boolean mayChange(Viewer viewer) {
        return viewer.is(Role.COMMISSIONER) && viewer.authority() == null;
    }

    private List<Option> options() {
        return keep.choices().stream()
                .map(one -> Option.of(one.gssCode(), one.label()))
                .toList();
    }

    private static Row row(KeepAdjacency.Named named, boolean mayChange) {
        var pair = named.pair();
        return new Row(
                named.first().label() + " and " + named.second().label(),
                WORDS.shortDate(pair.starts()),
                WORDS.shortDate(pair.ends()),
                pair.note() == null ? "" : pair.note(),
                pair.checkedOn() == null
                        ? "Not checked by the region yet"
                        : WORDS.shortDate(pair.checkedOn()) + ", " + pair.checkedBy(),
                mayChange
                        ? "/fostering/adjacency/pair?one=" + named.first().gssCode() + "&other="
                                + named.second().gssCode()
                        : null);
    }

    /** A pair as it is typed. */
    record PairForm(
            @Nullable String one,
            @Nullable String other,
            @Nullable DateParts starts,
            @Nullable DateParts ends,
            @Nullable String note) {}

    record PairPage(String title, List<Option> authorities) {}

    @GetMapping("/fostering/adjacency/pair")
    @CommissionersOnly
    ModelAndView pair(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String one,
            @RequestParam(required = false) @Nullable String other) {
        WriteProtocol.regionOf(viewer);
        var known = one == null || other == null ? null : keep.pair(one, other).orElse(null);
        var form = known == null
                ? new PairForm(one, other, DateParts.EMPTY, DateParts.EMPTY, null)
                : new PairForm(
                        known.first().gssCode(),
                        known.second().gssCode(),
                        DateParts.of(known.pair().starts()),
                        DateParts.of(known.pair().ends()),
                        known.pair().note());
        return new ModelAndView(
                "fosteringprotocol/pair",
                Map.of(
                        "page",
                        new PairPage(
                                known == null
                                        ? "Add two authorities that adjoin"
                                        : row(known, false).names(),
                                options()),
                        "form",
                        form));
    }

    @PostMapping("/fostering/adjacency/pair")
    @CommissionersOnly
    ModelAndView keep(
            Viewer viewer, @ModelAttribute("form") PairForm form, BindingResult errors, RedirectAttributes flash) {
        WriteProtocol.regionOf(viewer);
        var options = options();
        var one = form.one() == null ? "" : form.one().strip();
        var other = form.other() == null ? "" : form.other().strip();
        boolean known = !one.isEmpty() && !other.isEmpty() && isKnown(one) && isKnown(other);
        if (!isKnown(one)) {
            errors.rejectValue("one", "none", "Choose the first authority");
        }
        if (!isKnown(other)) {
            errors.rejectValue("other", "none", "Choose the second authority");
        } else if (known && keep.same(one, other)) {
            errors.rejectValue("other", "same", "Choose another authority than the first");
        }
        var starts = DateParts.optional(form.starts(), "starts", "The first day", errors);
        var ends = DateParts.optional(form.ends(), "ends", "The last day", errors);
        if (starts != null && ends != null && ends.isBefore(starts)) {
            errors.rejectValue("ends", "order", "The last day must not be before the first");
        }
        var note = Typed.optional(form.note(), "note", "the note", 500, errors);
        if (errors.hasErrors()) {
            return Unprocessable.page("fosteringprotocol/pair", new PairPage("Two authorities that adjoin", options));
        }
        keep.keep(viewer, one, other, starts, ends, note.isEmpty() ? null : note);
        flash.addFlashAttribute("success", "Kept as checked today. New matches use it from now on.");
        return new ModelAndView("redirect:/fostering/adjacency");
    }

    private boolean isKnown(String code) {
        return keep.isKnown(code);
    }
}
