package uk.slipway.notices;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import uk.slipway.kernel.BankHoliday;
import uk.slipway.web.DateParts;
import uk.slipway.web.NotFound;
import uk.slipway.web.Typed;
import uk.slipway.web.Unprocessable;
import uk.slipway.web.Words;

/** What the clocks count by: England's bank holidays, and the regulations as they were read. */
@Controller
@CalendarReadersOnly
class CalendarController {

    private static final Words WORDS = new Words();

    private final KeepCalendar keep;

    CalendarController(KeepCalendar keep) {
        this.keep = keep;
    }

    record HolidayForm(@Nullable DateParts day, @Nullable String name) {}

    record DayForm(@Nullable String day) {}

    record CheckForm(@Nullable String words) {}

    record Year(int year, List<Holiday> holidays) {}

    /** @param takeBack its day as a form sends it, where the viewer may take it back; or null */
    record Holiday(String day, String name, @Nullable String takeBack) {}

    record Law(int number, ClockPages.Law law, boolean mayCheck) {}

    record Page(String title, boolean keeps, int knownThrough, List<Year> years, List<Law> laws) {}

    @GetMapping("/working-days")
    ModelAndView show(Viewer viewer) {
        return new ModelAndView(
                "notices/working-days", Map.of("page", page(viewer), "form", new HolidayForm(DateParts.EMPTY, null)));
    }

    @PostMapping("/working-days")
    @CalendarKeepersOnly
    ModelAndView announce(
            Viewer viewer, @ModelAttribute("form") HolidayForm form, BindingResult errors, RedirectAttributes flash) {
        LocalDate day = DateParts.required(form.day(), "day", "Day", errors);
        var today = keep.show(viewer).today();
        if (day != null && (day.isBefore(today) || day.isAfter(today.plusYears(3)))) {
            errors.rejectValue("day", "range", "Day must be today or in the next 3 years");
        }
        var name = Typed.text(form.name(), "name", "its name", 100, errors);
        if (errors.hasErrors() || day == null) {
            return Unprocessable.page("notices/working-days", page(viewer));
        }
        keep.announce(viewer, day, name);
        flash.addFlashAttribute(
                "success", WORDS.date(day) + " is a bank holiday now. Clocks that are open have moved and say so");
        return new ModelAndView("redirect:/working-days");
    }

    @PostMapping("/working-days/take-back")
    @CalendarKeepersOnly
    ModelAndView takeBack(
            Viewer viewer, @ModelAttribute("act") DayForm form, BindingResult errors, RedirectAttributes flash) {
        try {
            keep.takeBack(viewer, LocalDate.parse(form.day() == null ? "" : form.day()));
        } catch (DateTimeParseException spoiled) {
            flash.addFlashAttribute("notice", "Nothing was taken back");
            return new ModelAndView("redirect:/working-days");
        }
        flash.addFlashAttribute("success", "Taken back. Clocks count that day again");
        return new ModelAndView("redirect:/working-days");
    }

    @PostMapping("/working-days/regulations/{number}")
    @LawCheckersOnly
    ModelAndView check(
            Viewer viewer,
            @PathVariable int number,
            @ModelAttribute("check") CheckForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var regulation = Regulation.numbered(number).orElseThrow(NotFound::new);
        var words = form.words() == null ? "" : form.words().strip();
        if (words.isEmpty() || words.length() > 500) {
            flash.addFlashAttribute("notice", "Nothing was recorded. Enter what you found, in 500 characters or fewer");
            return new ModelAndView("redirect:/working-days");
        }
        keep.check(viewer, regulation, words);
        flash.addFlashAttribute(
                "success",
                "Recorded that " + regulation.cited().toLowerCase(Locale.UK)
                        + " was checked against the text in force");
        return new ModelAndView("redirect:/working-days");
    }

    private Page page(Viewer viewer) {
        var shown = keep.show(viewer);
        var announced = shown.days().announced();
        var all = new ArrayList<BankHoliday>(shown.days().published().holidays());
        announced.forEach(each -> all.add(each.holiday()));
        int from = shown.today().getYear();
        var years = all.stream()
                .map(each -> each.day().getYear())
                .filter(year -> year >= from)
                .distinct()
                .sorted()
                .map(year -> new Year(
                        year,
                        all.stream()
                                .filter(each -> each.day().getYear() == year)
                                .sorted(Comparator.comparing(BankHoliday::day))
                                .map(each -> holiday(each, announced, shown.keeps()))
                                .toList()))
                .toList();
        var laws = ClockPages.laws(shown.checks());
        var regulations = Regulation.values();
        var numbered = new ArrayList<Law>();
        for (int each = 0; each < regulations.length; each++) {
            numbered.add(new Law(regulations[each].number(), laws.get(each), viewer.is(Role.COMMISSIONER)));
        }
        return new Page(
                "Working days and the law",
                shown.keeps(),
                shown.days().published().knownThrough(),
                years,
                numbered);
    }

    private static Holiday holiday(BankHoliday holiday, List<KnownDays.Announced> announced, boolean keeps) {
        var late = announced.stream()
                .filter(each -> each.day().equals(holiday.day()) && each.name().equals(holiday.name()))
                .findFirst();
        return new Holiday(
                WORDS.date(holiday.day()),
                holiday.name()
                        + late.map(each -> ", announced " + WORDS.shortDate(each.on()))
                                .orElse(""),
                keeps && late.isPresent() ? holiday.day().toString() : null);
    }
}
