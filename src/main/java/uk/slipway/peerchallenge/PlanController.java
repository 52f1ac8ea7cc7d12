package uk.slipway.peerchallenge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.accounts.RegionalManagerOnly;
import uk.slipway.accounts.RegionalTeamOnly;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.Uuid7;
import uk.slipway.web.Crumb;
import uk.slipway.web.Option;
import uk.slipway.web.Unprocessable;
import uk.slipway.web.Words;

@Controller
@RegionalTeamOnly
class PlanController {

    private final PlanForums planForums;
    private final ScheduleForum scheduleForum;

    PlanController(PlanForums planForums, ScheduleForum scheduleForum) {
        this.planForums = planForums;
        this.scheduleForum = scheduleForum;
    }

    record PlaceForm(
            @Nullable String id,
            @Nullable String authority,
            @Nullable String day,
            @Nullable String because) {}

    record PlanPage(
            String title,
            List<Crumb> crumbs,
            PlanForums.Plan plan,
            List<Option> authorities,
            List<Option> days,
            boolean places) {}

    @GetMapping("/forums/plan")
    ModelAndView show(Viewer viewer, @RequestParam(required = false) @Nullable String authority) {
        return new ModelAndView(
                "peerchallenge/plan",
                Map.of(
                        "page",
                        page(viewer, authority),
                        "form",
                        new PlaceForm(Uuid7.next().toString(), authority, null, null)));
    }

    @RegionalManagerOnly
    @PostMapping("/forums/plan")
    ModelAndView place(
            Viewer viewer, @ModelAttribute("form") PlaceForm form, BindingResult errors, RedirectAttributes flash) {
        var page = page(viewer, form.authority());
        var row = page.plan().chosen();
        if (row == null) {
            errors.rejectValue("authority", "blank", "Choose an authority whose forum can still be placed");
        }
        LocalDate day = null;
        try {
            day = form.day() == null || form.day().isBlank() ? null : LocalDate.parse(form.day());
        } catch (java.time.format.DateTimeParseException none) {
            day = null;
        }
        if (day == null || day.getYear() < 1990 || day.getYear() > 2100) {
            errors.rejectValue("day", "blank", "Choose a day");
        }
        var because = Typed.optional(form.because(), 500, "because", "reason", errors);
        if (!errors.hasErrors() && row != null && day != null) {
            try {
                if (row.forum() == null) {
                    var sitting = new Sitting(day, null, null, null, null, null, because);
                    scheduleForum.schedule(
                            new ForumId(Typed.id(form.id())),
                            row.authority().id(),
                            page.plan().cycle().id(),
                            sitting,
                            viewer);
                } else {
                    scheduleForum.place(new ForumId(row.forum()), day, because, viewer);
                }
                flash.addFlashAttribute("success", row.authority().name() + " is on " + new Words().date(day) + ".");
                return new ModelAndView("redirect:/forums/plan");
            } catch (RuleBroken broken) {
                ForumsController.reject(broken, "day", errors);
            }
        }
        return Unprocessable.page("peerchallenge/plan", page);
    }

    @RegionalManagerOnly
    @PostMapping("/forums/{id}/unplace")
    ModelAndView unplace(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        scheduleForum.unplace(new ForumId(id), viewer);
        flash.addFlashAttribute("success", "The forum has been taken off its day.");
        return new ModelAndView("redirect:/forums/plan");
    }

    private PlanPage page(Viewer viewer, @Nullable String authority) {
        var plan = planForums.plan(viewer, authority);
        var authorities = new ArrayList<Option>();
        authorities.add(Option.of("", "Choose an authority"));
        plan.rows().stream()
                .filter(PlanForums.Row::movable)
                .forEach(row -> authorities.add(
                        Option.of(row.authority().gssCode(), row.authority().label())));
        var days = new ArrayList<Option>();
        days.add(Option.of("", "Choose a day"));
        plan.days()
                .forEach(day -> days.add(Option.of(
                        day.day().toString(),
                        new Words().date(day.day())
                                + (day.count() == 0
                                        ? ""
                                        : " (" + new Words().count(day.count(), "forum", "forums") + ")"))));
        return new PlanPage(
                "Plan the forums, " + plan.cycle().year().label(),
                List.of(new Crumb("Home", "/"), new Crumb("Forums", "/forums")),
                plan,
                authorities,
                days,
                viewer.is(Role.REGIONAL_MANAGER));
    }
}
