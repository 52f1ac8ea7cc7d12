package uk.slipway.vacancies;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.fosteringprotocol.FosteringOfficersOnly;
import uk.slipway.fosteringprotocol.NothingIdentifying;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.web.Crumb;
import uk.slipway.web.EditConflict;
import uk.slipway.web.Meanwhile;
import uk.slipway.web.Option;
import uk.slipway.web.TimelineEntry;
import uk.slipway.web.Typed;
import uk.slipway.web.Words;

/** A fostering service's vacancies. */
@Controller
@FosteringOfficersOnly
class VacanciesController {

    private static final Words WORDS = new Words();
    private static final List<Crumb> CRUMBS =
            List.of(new Crumb("Fostering", "/fostering"), new Crumb("Vacancies", "/fostering/vacancies"));

    private final TellVacancies tell;

    VacanciesController(TellVacancies tell) {
        this.tell = tell;
    }

    record Row(
            String carer,
            String address,
            String state,
            String tag,
            String room,
            String ages,
            String from,
            String fresh,
            boolean stale) {}

    record ListPage(String title, boolean mayTell, List<Row> rows, int toConfirm) {}

    @GetMapping("/fostering/vacancies")
    @VacancyReadersOnly
    ModelAndView list(Viewer viewer) {
        var now = tell.now();
        var all = tell.all(viewer);
        return new ModelAndView(
                "vacancies/list",
                Map.of(
                        "page",
                        new ListPage(
                                "Vacancies: " + viewer.organisationName(),
                                viewer.is(Role.FOSTERING_OFFICER),
                                all.stream()
                                        .map(one -> row(one, one.isStale(now)))
                                        .toList(),
                                (int) all.stream()
                                        .filter(one -> one.state() == Vacancy.State.OPEN
                                                && !uk.slipway.kernel.LondonTime.dayOf(one.confirmedAt())
                                                        .equals(tell.today()))
                                        .count())));
    }

    private static Row row(Vacancy one, boolean stale) {
        var terms = one.terms();
        return new Row(
                terms.carerReference(),
                "/fostering/vacancies/" + one.id().value(),
                state(one, stale),
                tag(one, stale),
                terms.freePlaces() + " of " + terms.approvedPlaces(),
                terms.youngest() + " to " + terms.oldest(),
                WORDS.shortDate(terms.freeFrom()),
                WORDS.shortDate(one.confirmedAt()),
                stale && one.state() == Vacancy.State.OPEN);
    }

    private static String state(Vacancy one, boolean stale) {
        return switch (one.state()) {
            case OPEN -> stale ? "Not confirmed this week" : one.terms().freePlaces() == 0 ? "Full" : "Open";
            case PAUSED -> "Paused";
            case CLOSED -> "Closed";
        };
    }

    private static String tag(Vacancy one, boolean stale) {
        return switch (one.state()) {
            case OPEN -> stale ? "govuk-tag--orange" : "govuk-tag--green";
            case PAUSED -> "govuk-tag--yellow";
            case CLOSED -> "govuk-tag--grey";
        };
    }

    @PostMapping("/fostering/vacancies/confirm")
    ModelAndView confirmAll(Viewer viewer, RedirectAttributes flash) {
        int confirmed = tell.confirmAll(viewer);
        flash.addFlashAttribute(
                "success",
                confirmed == 0
                        ? "Every open vacancy had been confirmed today."
                        : "Confirmed for this week: " + WORDS.count(confirmed, "vacancy", "vacancies") + ".");
        return new ModelAndView("redirect:/fostering/vacancies");
    }

    record FormPage(
            String title,
            String action,
            List<Crumb> crumbs,
            List<Option> authorities,
            List<Option> types,
            List<Option> skills,
            List<Option> features,
            List<Option> cautions,
            List<Option> bands,
            List<Integer> lines) {}

    private FormPage formPage(String title, String action) {
        return new FormPage(
                title,
                action,
                CRUMBS,
                tell.authorities().stream()
                        .map(one -> Option.of(one.gssCode(), one.label()))
                        .toList(),
                options(PlacementType.values(), PlacementType::inWords),
                options(Skill.values(), Skill::inWords),
                options(HomeFeature.values(), HomeFeature::inWords),
                options(Caution.values(), Caution::inWords),
                options(AgeBand.values(), AgeBand::inWords),
                IntStream.range(0, VacancyForm.CHILDREN).boxed().toList());
    }

    private static <E extends Enum<E>> List<Option> options(E[] constants, Function<E, String> words) {
        return Arrays.stream(constants)
                .map(one -> Option.of(one.name(), words.apply(one)))
                .toList();
    }

    private Map<String, LocalAuthority> byCode() {
        return tell.authorities().stream().collect(Collectors.toMap(LocalAuthority::gssCode, one -> one));
    }

    @GetMapping("/fostering/vacancies/new")
    ModelAndView begin(Viewer viewer) {
        var own = tell.authorities().stream()
                .filter(one -> one.id().equals(viewer.authority()))
                .map(LocalAuthority::gssCode)
                .findFirst()
                .orElse("");
        return new ModelAndView(
                "vacancies/form",
                Map.of(
                        "page", formPage("Add a vacancy", "/fostering/vacancies/new"),
                        "form", VacancyForm.empty(own, tell.today())));
    }

    @PostMapping("/fostering/vacancies/new")
    ModelAndView add(
            Viewer viewer, @ModelAttribute("form") VacancyForm form, BindingResult errors, RedirectAttributes flash) {
        var read = form.check(byCode(), tell.today(), errors);
        if (read != null) {
            try {
                tell.add(viewer, id(form.id()), read.area().id(), read.terms(), read.children());
                flash.addFlashAttribute("success", "The vacancy is added. Confirm it every week.");
                return new ModelAndView("redirect:/fostering/vacancies");
            } catch (TellVacancies.ReferenceTaken taken) {
                taken(errors);
            }
        }
        return again("vacancies/form", formPage("Add a vacancy", "/fostering/vacancies/new"));
    }

    private static void taken(BindingResult errors) {
        errors.rejectValue("carerReference", "taken", "This carer has a vacancy already. Change that one");
    }

    private static ModelAndView again(String view, Object page) {
        return new ModelAndView(view, Map.of("page", page), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** A form whose id was lost makes a record of its own. */
    private static VacancyId id(@Nullable String typed) {
        try {
            return new VacancyId(UUID.fromString(typed == null ? "" : typed.strip()));
        } catch (IllegalArgumentException lost) {
            return new VacancyId(Uuid7.next());
        }
    }

    record Fact(String name, String words) {}

    record RecordPage(
            String title,
            UUID id,
            List<Crumb> crumbs,
            String state,
            String tag,
            @Nullable String warning,
            List<Fact> facts,
            boolean mayTell,
            boolean open,
            boolean paused,
            boolean confirmedToday,
            List<TimelineEntry> history,
            List<String> whoCanSee) {}

    @GetMapping("/fostering/vacancies/{id}")
    @VacancyReadersOnly
    ModelAndView one(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView(
                "vacancies/record", Map.of("page", recordPage(viewer, new VacancyId(id)), "form", new PauseForm(null)));
    }

    private RecordPage recordPage(Viewer viewer, VacancyId id) {
        var one = tell.one(viewer, id);
        boolean stale = one.isStale(tell.now());
        var names = new HashMap<LocalAuthorityId, String>();
        tell.authorities().forEach(authority -> names.put(authority.id(), authority.label()));
        var terms = one.terms();
        boolean mine = viewer.is(Role.FOSTERING_OFFICER);
        return new RecordPage(
                "Vacancy " + terms.carerReference() + ": " + viewer.organisationName(),
                id.value(),
                CRUMBS,
                state(one, stale),
                tag(one, stale),
                one.state() == Vacancy.State.PAUSED
                        ? "Paused: " + one.pausedBecause()
                        : stale && one.state() == Vacancy.State.OPEN
                                ? "Nobody has confirmed this vacancy since " + WORDS.shortDate(one.confirmedAt())
                                        + ". It comes last among the homes that match a referral."
                                : null,
                List.of(
                        new Fact(
                                "Free",
                                terms.freePlaces() + " of " + terms.approvedPlaces() + " places, from "
                                        + WORDS.shortDate(terms.freeFrom())),
                        new Fact("Approved for ages", terms.youngest() + " to " + terms.oldest()),
                        new Fact(
                                "Types",
                                said(terms.types().stream()
                                        .map(PlacementType::inWords)
                                        .toList())),
                        new Fact(
                                "Where",
                                terms.postcodeArea() + ", in the area of "
                                        + Objects.requireNonNullElse(names.get(one.area()), "another authority")),
                        new Fact(
                                "Children there",
                                said(one.children().stream()
                                        .map(child -> child.ageBand().inWords() + ", placed by "
                                                + Objects.requireNonNullElse(
                                                        names.get(child.authority()), "another authority"))
                                        .toList())),
                        new Fact(
                                "Skilled in",
                                said(terms.skills().stream().map(Skill::inWords).toList())),
                        new Fact(
                                "The home",
                                said(terms.features().stream()
                                        .map(HomeFeature::inWords)
                                        .toList())),
                        new Fact(
                                "Not suited to",
                                said(terms.notSuited().stream()
                                        .map(Caution::inWords)
                                        .toList())),
                        new Fact("What else to know", terms.words().isBlank() ? "Nothing" : terms.words()),
                        new Fact("Confirmed", WORDS.moment(one.confirmedAt()))),
                mine && one.state() != Vacancy.State.CLOSED,
                one.state() == Vacancy.State.OPEN,
                one.state() == Vacancy.State.PAUSED,
                uk.slipway.kernel.LondonTime.dayOf(one.confirmedAt()).equals(tell.today()),
                tell.history(id).stream()
                        .map(entry -> new TimelineEntry(
                                WORDS.moment(entry.at()),
                                entry.actingAs() == null ? entry.who() : entry.who() + ", " + entry.actingAs(),
                                entry.what()))
                        .toList(),
                List.of(
                        "The fostering service, the commissioner and the Director of " + viewer.organisationName()
                                + ".",
                        "Another authority sees this home only when you offer it for a child."));
    }

    private static String said(List<String> words) {
        return words.isEmpty() ? "None" : String.join("; ", words);
    }

    @GetMapping("/fostering/vacancies/{id}/edit")
    ModelAndView edit(Viewer viewer, @PathVariable UUID id) {
        var one = tell.one(viewer, new VacancyId(id));
        var byId = tell.authorities().stream().collect(Collectors.toMap(LocalAuthority::id, authority -> authority));
        return new ModelAndView(
                "vacancies/form",
                Map.of(
                        "page",
                        formPage(
                                "Change vacancy " + one.terms().carerReference(),
                                "/fostering/vacancies/" + id + "/edit"),
                        "form",
                        VacancyForm.of(one, byId)));
    }

    @PostMapping("/fostering/vacancies/{id}/edit")
    ModelAndView change(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") VacancyForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var one = tell.one(viewer, new VacancyId(id));
        var read = form.check(byCode(), tell.today(), errors);
        if (read != null) {
            try {
                tell.change(
                        viewer,
                        new VacancyId(id),
                        Typed.version(form.version()),
                        read.area().id(),
                        read.terms(),
                        read.children());
                flash.addFlashAttribute("success", "The vacancy is changed, and confirmed for this week.");
                return to(id);
            } catch (TellVacancies.ReferenceTaken taken) {
                taken(errors);
            } catch (EditConflict conflict) {
                return overtaken(viewer, one, form, conflict);
            }
        }
        return again(
                "vacancies/form",
                formPage("Change vacancy " + one.terms().carerReference(), "/fostering/vacancies/" + id + "/edit"));
    }

    private ModelAndView overtaken(Viewer viewer, Vacancy one, VacancyForm form, EditConflict conflict) {
        var meanwhile = new Meanwhile(
                Long.toString(one.version()),
                recordPage(viewer, one.id()).facts().stream()
                        .map(fact -> new Meanwhile.Line(fact.name(), fact.words()))
                        .toList());
        if (!meanwhile.isAfter(form.version())) {
            throw conflict;
        }
        return meanwhile.answer(
                "vacancies/form",
                formPage(
                        "Change vacancy " + one.terms().carerReference(),
                        "/fostering/vacancies/" + one.id().value() + "/edit"));
    }

    @PostMapping("/fostering/vacancies/{id}/confirm")
    ModelAndView confirm(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        tell.confirm(viewer, new VacancyId(id));
        flash.addFlashAttribute("success", "Confirmed for this week.");
        return to(id);
    }

    record PauseForm(@Nullable String reason) {}

    @PostMapping("/fostering/vacancies/{id}/pause")
    ModelAndView pause(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") PauseForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var page = recordPage(viewer, new VacancyId(id));
        var reason = Typed.text(form.reason(), "reason", "why the vacancy is paused", 500, errors);
        NothingIdentifying.check(reason, "reason", tell.today(), errors);
        if (errors.hasErrors()) {
            return again("vacancies/record", page);
        }
        tell.pause(viewer, new VacancyId(id), reason);
        flash.addFlashAttribute("success", "Paused. Nobody is matched with it until you open it again.");
        return to(id);
    }

    @PostMapping("/fostering/vacancies/{id}/resume")
    ModelAndView resume(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        tell.resume(viewer, new VacancyId(id));
        flash.addFlashAttribute("success", "The vacancy is open again.");
        return to(id);
    }

    @PostMapping("/fostering/vacancies/{id}/close")
    ModelAndView close(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        try {
            tell.close(viewer, new VacancyId(id));
        } catch (EditConflict changed) {
            flash.addFlashAttribute("notice", "The vacancy has been changed. Read it again.");
            return to(id);
        }
        flash.addFlashAttribute("success", "The vacancy is closed.");
        return new ModelAndView("redirect:/fostering/vacancies");
    }

    private static ModelAndView to(UUID id) {
        return new ModelAndView("redirect:/fostering/vacancies/" + id);
    }
}
