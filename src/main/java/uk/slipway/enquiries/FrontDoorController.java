package uk.slipway.enquiries;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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
import uk.slipway.enquiries.FrontDoor.Campaign;
import uk.slipway.enquiries.FrontDoor.Measure;
import uk.slipway.enquiries.FrontDoor.Participation;
import uk.slipway.kernel.Uuid7;
import uk.slipway.web.Crumb;
import uk.slipway.web.DateParts;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;
import uk.slipway.web.Option;
import uk.slipway.web.Unprocessable;
import uk.slipway.web.Words;

/** The pages on which a region sets up its front door and runs its campaigns. */
@Controller
@FrontDoorKeepersOnly
class FrontDoorController {

    private static final String DOOR = "enquiries/front-door";
    private static final String COUNCIL = "enquiries/council";
    private static final String WRITE_NOTICE = "enquiries/write-notice";
    private static final String CAMPAIGN = "enquiries/campaign";
    private static final String BENCHMARKS = "enquiries/benchmarks";
    private static final Crumb SET_UP = new Crumb("Set up the front door", "/enquiries/front-door");
    private static final Crumb CAMPAIGNS = new Crumb("Campaigns", "/enquiries/campaigns");
    private static final Words WORDS = new Words();

    /** What a notice has to say; what stands in brackets only its region knows. */
    private static final String STARTER = """
        ## Who we are

        [Name and address of the controller], which runs the fostering front door for the authorities named on its first page. Our data protection officer: [name and contact].

        ## What we keep and why

        What you tell us when you ask about fostering, and what we talk about afterwards: to answer you, to see with you whether fostering is for you, and to pass your enquiry to the council you choose. Our lawful basis is [lawful basis].

        ## Who sees it

        The advisers of the front door. Once you choose a council and it accepts your enquiry, its fostering team. Everybody else sees numbers in which nobody can be recognised.

        ## How long

        [How long after you go no further, or are approved]. After that we erase who you are and keep numbers.

        ## Your rights

        You can ask us what we hold about you, have it put right, have it erased, and object. Contact: [contact]. You can complain to the Information Commissioner's Office.
        """;

    private final KeepFrontDoor keep;

    FrontDoorController(KeepFrontDoor keep) {
        this.keep = keep;
    }

    record DoorForm(
            @Nullable String version,
            @Nullable String name,
            @Nullable String telephone,
            @Nullable String openHours,
            @Nullable String overlap,
            @Nullable String enquiry,
            @Nullable String contacted,
            @Nullable String information,
            @Nullable String visit,
            @Nullable String application,
            @Nullable String stage1,
            @Nullable String stage2,
            @Nullable String panel,
            @Nullable String decision,
            @Nullable String left,
            @Nullable String onHold,
            @Nullable String approved,
            @Nullable String held) {

        static DoorForm of(@Nullable FrontDoor door) {
            if (door == null) {
                return new DoorForm(
                        "-1", null, null, null, "", null, null, null, null, null, null, null, null, null, null, null,
                        null, null);
            }
            var days = door.standards();
            return new DoorForm(
                    Long.toString(door.version()),
                    door.name(),
                    door.telephone(),
                    door.openHours(),
                    door.stagesOverlap() == null ? "" : door.stagesOverlap() ? "yes" : "no",
                    text(days.get(EnquiryStage.ENQUIRY)),
                    text(days.get(EnquiryStage.CONTACTED)),
                    text(days.get(EnquiryStage.INFORMATION)),
                    text(days.get(EnquiryStage.INITIAL_VISIT)),
                    text(days.get(EnquiryStage.APPLICATION)),
                    text(days.get(EnquiryStage.STAGE_1)),
                    text(days.get(EnquiryStage.STAGE_2)),
                    text(days.get(EnquiryStage.PANEL)),
                    text(days.get(EnquiryStage.DECISION)),
                    text(door.leftKept()),
                    text(door.onHoldKept()),
                    text(door.approvedKept()),
                    text(door.heldKept()));
        }

        private static @Nullable String text(@Nullable Integer number) {
            return number == null ? null : number.toString();
        }
    }

    record DoorPage(
            String title,
            String region,
            boolean there,
            boolean open,
            List<String> missing,
            List<Option> overlaps,
            List<CouncilLine> councils,
            List<NoticeLine> notices,
            List<Crumb> crumbs) {}

    record CouncilLine(String gss, String name, String takesPart, String route) {}

    record NoticeLine(int number, String published) {}

    @GetMapping("/enquiries/front-door")
    ModelAndView show(Viewer viewer) {
        var kept = keep.show(viewer);
        return new ModelAndView(DOOR, Map.of("page", page(viewer, kept), "form", DoorForm.of(kept.door())));
    }

    @PostMapping("/enquiries/front-door")
    ModelAndView set(
            Viewer viewer, @ModelAttribute("form") DoorForm form, BindingResult errors, RedirectAttributes flash) {
        var name = line(form.name(), "name", "Name", 120, true, errors);
        var telephone = line(form.telephone(), "telephone", "Telephone number", 40, false, errors);
        var hours = line(form.openHours(), "openHours", "When it is answered", 200, false, errors);
        var standards = new EnumMap<EnquiryStage, Integer>(EnquiryStage.class);
        standard(standards, EnquiryStage.ENQUIRY, form.enquiry(), "enquiry", errors);
        standard(standards, EnquiryStage.CONTACTED, form.contacted(), "contacted", errors);
        standard(standards, EnquiryStage.INFORMATION, form.information(), "information", errors);
        standard(standards, EnquiryStage.INITIAL_VISIT, form.visit(), "visit", errors);
        standard(standards, EnquiryStage.APPLICATION, form.application(), "application", errors);
        standard(standards, EnquiryStage.STAGE_1, form.stage1(), "stage1", errors);
        standard(standards, EnquiryStage.STAGE_2, form.stage2(), "stage2", errors);
        standard(standards, EnquiryStage.PANEL, form.panel(), "panel", errors);
        standard(standards, EnquiryStage.DECISION, form.decision(), "decision", errors);
        var left = days(form.left(), "left", 36500, errors);
        var onHold = days(form.onHold(), "onHold", 36500, errors);
        var approved = days(form.approved(), "approved", 36500, errors);
        var held = days(form.held(), "held", 36500, errors);
        var region = viewer.region();
        if (region == null) {
            throw new NotYours();
        }
        if (errors.hasErrors() || name == null) {
            return Unprocessable.page(DOOR, page(viewer, keep.show(viewer)));
        }
        keep.set(
                viewer,
                new FrontDoor(
                        viewer.organisation(),
                        region,
                        EnquiriesController.number(form.version()),
                        name,
                        telephone,
                        hours,
                        "yes".equals(form.overlap())
                                ? Boolean.TRUE
                                : "no".equals(form.overlap()) ? Boolean.FALSE : null,
                        left,
                        onHold,
                        approved,
                        held,
                        standards));
        flash.addFlashAttribute("success", "What you set counts from now.");
        return new ModelAndView("redirect:/enquiries/front-door");
    }

    private static DoorPage page(Viewer viewer, KeepFrontDoor.Kept kept) {
        boolean takers = kept.councils().stream()
                .anyMatch(council -> council.participation() != null
                        && council.participation().on(kept.today()));
        var missing = new ArrayList<String>();
        if (kept.door() == null) {
            missing.add("Give it a name");
        }
        if (kept.notices().isEmpty()) {
            missing.add("Publish a privacy notice");
        }
        if (!takers) {
            missing.add("Say which authorities take part today");
        }
        return new DoorPage(
                "Set up the front door",
                kept.door() == null ? "" : kept.door().region().value(),
                kept.door() != null,
                missing.isEmpty(),
                missing,
                List.of(
                        Option.of("yes", "Yes"),
                        Option.of("no", "No, stage 1 ends when stage 2 begins"),
                        Option.of("", "To be set by the region")),
                kept.councils().stream()
                        .map(council -> line(council, kept.today()))
                        .toList(),
                kept.notices().stream()
                        .map(notice -> new NoticeLine(
                                notice.number(), WORDS.shortDate(notice.publishedAt()) + ", " + notice.publishedBy()))
                        .toList(),
                viewer.is(Role.FRONT_DOOR_ADVISER) ? List.of(EnquiryPages.BOARD) : List.of(EvaluationPages.CRUMB));
    }

    private static CouncilLine line(KeepFrontDoor.Council council, LocalDate today) {
        var one = council.participation();
        String takesPart;
        if (one == null || one.from() == null) {
            takesPart = "Does not take part";
        } else if (one.on(today)) {
            takesPart = "Since " + WORDS.shortDate(one.from())
                    + (one.until() == null ? "" : ", until " + WORDS.shortDate(one.until()));
        } else {
            takesPart = one.from().isAfter(today)
                    ? "From " + WORDS.shortDate(one.from())
                    : "Until " + WORDS.shortDate(one.until());
        }
        return new CouncilLine(
                council.authority().gssCode(),
                council.authority().label(),
                takesPart,
                one == null || one.ownRoute() == null ? "Not entered" : one.ownRoute());
    }

    record CouncilForm(
            @Nullable String version,
            @Nullable DateParts from,
            @Nullable DateParts until,
            @Nullable String route) {}

    record CouncilPage(String gss, String title, List<Crumb> crumbs) {}

    @GetMapping("/enquiries/front-door/authorities/{gss}")
    ModelAndView council(Viewer viewer, @PathVariable String gss) {
        if (!keep.hasDoor(viewer)) {
            throw new NotFound();
        }
        var council = keep.council(viewer, gss);
        var one = council.participation();
        return new ModelAndView(
                COUNCIL,
                Map.of(
                        "page",
                        page(council),
                        "form",
                        new CouncilForm(
                                one == null ? "-1" : Long.toString(one.version()),
                                DateParts.of(one == null ? null : one.from()),
                                DateParts.of(one == null ? null : one.until()),
                                one == null ? null : one.ownRoute())));
    }

    @PostMapping("/enquiries/front-door/authorities/{gss}")
    ModelAndView council(
            Viewer viewer,
            @PathVariable String gss,
            @ModelAttribute("form") CouncilForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var council = keep.council(viewer, gss);
        var from = DateParts.optional(form.from(), "from", "First day", errors);
        var until = DateParts.optional(form.until(), "until", "Last day", errors);
        var route = line(form.route(), "route", "Own route", 500, false, errors);
        if (until != null && from == null && !errors.hasFieldErrors("from")) {
            errors.rejectValue("from", "blank", "Enter the first day");
        } else if (until != null && from != null && until.isBefore(from)) {
            errors.rejectValue("until", "order", "The last day must be the same as or after the first");
        }
        if (errors.hasErrors()) {
            return Unprocessable.page(COUNCIL, page(council));
        }
        keep.participates(
                viewer,
                gss,
                new Participation(
                        council.authority().id(), EnquiriesController.number(form.version()), from, until, route));
        flash.addFlashAttribute("success", council.authority().name() + " is set.");
        return new ModelAndView("redirect:/enquiries/front-door");
    }

    private static CouncilPage page(KeepFrontDoor.Council council) {
        return new CouncilPage(
                council.authority().gssCode(), council.authority().label() + " and the front door", List.of(SET_UP));
    }

    record NoticeForm(@Nullable String text) {}

    record WriteNoticePage(String title, List<Crumb> crumbs) {
        static final WriteNoticePage ONLY =
                new WriteNoticePage("Write the next version of the privacy notice", List.of(SET_UP));
    }

    @GetMapping("/enquiries/front-door/notice")
    ModelAndView notice(Viewer viewer) {
        if (!keep.hasDoor(viewer)) {
            throw new NotFound();
        }
        var latest = keep.show(viewer).notices().stream().findFirst();
        return new ModelAndView(
                WRITE_NOTICE,
                Map.of(
                        "page",
                        WriteNoticePage.ONLY,
                        "form",
                        new NoticeForm(latest.map(FrontDoor.Notice::text).orElse(STARTER))));
    }

    @PostMapping("/enquiries/front-door/notice")
    ModelAndView notice(
            Viewer viewer, @ModelAttribute("form") NoticeForm form, BindingResult errors, RedirectAttributes flash) {
        var text = line(form.text(), "text", "Text", 20000, true, errors);
        if (text != null && text.matches("(?s).*\\[[^]\\n]{1,200}](?!\\().*")) {
            errors.rejectValue("text", "brackets", "Replace what stands in square brackets");
        }
        if (errors.hasErrors() || text == null) {
            return Unprocessable.page(WRITE_NOTICE, WriteNoticePage.ONLY);
        }
        keep.publish(viewer, text);
        flash.addFlashAttribute("success", "The privacy notice is published.");
        return new ModelAndView("redirect:/enquiries/front-door");
    }

    record CampaignForm(
            @Nullable String id,
            @Nullable String version,
            @Nullable String name,
            @Nullable String code,
            @Nullable String channel,
            @Nullable DateParts starts,
            @Nullable DateParts ends,
            @Nullable String cost) {}

    record CampaignsPage(String title, boolean there, List<CampaignLine> campaigns, List<Crumb> crumbs) {}

    record CampaignLine(UUID id, String name, String channel, String dates, String cost, String link) {}

    record CampaignPage(
            String title, String action, @Nullable String link, List<Crumb> crumbs) {}

    @GetMapping("/enquiries/campaigns")
    ModelAndView campaigns(Viewer viewer) {
        return new ModelAndView(
                "enquiries/campaigns",
                Map.of(
                        "page",
                        new CampaignsPage(
                                "Campaigns",
                                keep.hasDoor(viewer),
                                keep.campaigns(viewer).stream()
                                        .map(campaign -> new CampaignLine(
                                                campaign.id(),
                                                campaign.name(),
                                                Objects.requireNonNullElse(campaign.channel(), ""),
                                                dates(campaign),
                                                pounds(campaign.cost()),
                                                "/foster?c=" + campaign.code()))
                                        .toList(),
                                List.of(SET_UP))));
    }

    static String dates(Campaign campaign) {
        return WORDS.shortDate(campaign.startsOn())
                + (campaign.endsOn() == null ? ", no end set" : " to " + WORDS.shortDate(campaign.endsOn()));
    }

    static String pounds(@Nullable BigDecimal cost) {
        return cost == null ? "Not entered" : "£" + WORDS.number(cost.setScale(0, RoundingMode.HALF_UP));
    }

    @GetMapping("/enquiries/campaigns/new")
    ModelAndView newCampaign(Viewer viewer) {
        if (!keep.hasDoor(viewer)) {
            throw new NotFound();
        }
        return new ModelAndView(
                CAMPAIGN,
                Map.of(
                        "page",
                        newPage(),
                        "form",
                        new CampaignForm(
                                Uuid7.next().toString(),
                                "-1",
                                null,
                                null,
                                null,
                                DateParts.EMPTY,
                                DateParts.EMPTY,
                                null)));
    }

    @PostMapping("/enquiries/campaigns/new")
    ModelAndView newCampaign(
            Viewer viewer, @ModelAttribute("form") CampaignForm form, BindingResult errors, RedirectAttributes flash) {
        UUID id;
        try {
            id = UUID.fromString(Objects.requireNonNullElse(form.id(), ""));
        } catch (IllegalArgumentException none) {
            throw new NotFound();
        }
        return save(viewer, id, form, errors, newPage(), flash);
    }

    @GetMapping("/enquiries/campaigns/{id}")
    ModelAndView campaign(Viewer viewer, @PathVariable UUID id) {
        var campaign = keep.campaign(viewer, id);
        return new ModelAndView(
                CAMPAIGN,
                Map.of(
                        "page",
                        page(campaign),
                        "form",
                        new CampaignForm(
                                id.toString(),
                                Long.toString(campaign.version()),
                                campaign.name(),
                                campaign.code(),
                                campaign.channel(),
                                DateParts.of(campaign.startsOn()),
                                DateParts.of(campaign.endsOn()),
                                campaign.cost() == null
                                        ? null
                                        : campaign.cost().stripTrailingZeros().toPlainString())));
    }

    @PostMapping("/enquiries/campaigns/{id}")
    ModelAndView campaign(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") CampaignForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        return save(viewer, id, form, errors, page(keep.campaign(viewer, id)), flash);
    }

    private static CampaignPage newPage() {
        return new CampaignPage("Add a campaign", "/enquiries/campaigns/new", null, List.of(SET_UP, CAMPAIGNS));
    }

    private static CampaignPage page(Campaign campaign) {
        return new CampaignPage(
                "Campaign: " + campaign.name(),
                "/enquiries/campaigns/" + campaign.id(),
                "/foster?c=" + campaign.code(),
                List.of(SET_UP, CAMPAIGNS));
    }

    private ModelAndView save(
            Viewer viewer,
            UUID id,
            CampaignForm form,
            BindingResult errors,
            CampaignPage page,
            RedirectAttributes flash) {
        if (!keep.hasDoor(viewer)) {
            throw new NotFound();
        }
        var name = line(form.name(), "name", "Name", 120, true, errors);
        var code = line(form.code(), "code", "Code", 200, true, errors);
        if (code != null && !code.matches("[a-z0-9-]{2,40}")) {
            errors.rejectValue("code", "shape", "Code must be 2 to 40 small letters, digits and hyphens");
        }
        var channel = line(form.channel(), "channel", "How it reaches people", 120, false, errors);
        var starts = DateParts.required(form.starts(), "starts", "First day", errors);
        var ends = DateParts.optional(form.ends(), "ends", "Last day", errors);
        if (starts != null && ends != null && ends.isBefore(starts)) {
            errors.rejectValue("ends", "order", "The last day must be the same as or after the first");
        }
        BigDecimal cost = null;
        var typed = line(form.cost(), "cost", "Cost", 40, false, errors);
        if (typed != null) {
            cost = amount(typed.replaceFirst("^£", ""), 9, 2);
            if (cost == null) {
                errors.rejectValue("cost", "number", "Cost must be an amount in pounds, such as 12,500");
            }
        }
        if (errors.hasErrors() || name == null || code == null || starts == null) {
            return Unprocessable.page(CAMPAIGN, page);
        }
        if (!keep.save(
                viewer,
                new Campaign(
                        id,
                        EnquiriesController.number(form.version()),
                        viewer.organisation(),
                        code,
                        name,
                        channel,
                        starts,
                        ends,
                        cost))) {
            errors.rejectValue("code", "taken", "Another campaign has this code");
            return Unprocessable.page(CAMPAIGN, page);
        }
        flash.addFlashAttribute("success", "The campaign is saved. Its link is /foster?c=" + code);
        return new ModelAndView("redirect:/enquiries/campaigns");
    }

    record BenchmarkForm(
            @Nullable String id,
            @Nullable String measure,
            @Nullable String value,
            @Nullable String whose,
            @Nullable String source) {}

    record BenchmarksPage(
            String title,
            boolean there,
            List<BenchmarkLine> benchmarks,
            List<Option> measures,
            String key,
            List<Crumb> crumbs) {}

    record BenchmarkLine(UUID id, String measure, String value, String whose, String source, boolean mayRemove) {}

    @GetMapping("/enquiries/benchmarks")
    ModelAndView benchmarks(Viewer viewer) {
        return new ModelAndView(
                BENCHMARKS,
                Map.of(
                        "page",
                        benchmarksPage(viewer, Uuid7.next().toString()),
                        "form",
                        new BenchmarkForm(null, null, null, null, null)));
    }

    @PostMapping("/enquiries/benchmarks")
    ModelAndView enter(
            Viewer viewer, @ModelAttribute("form") BenchmarkForm form, BindingResult errors, RedirectAttributes flash) {
        if (!keep.hasDoor(viewer)) {
            throw new NotFound();
        }
        var measure = Arrays.stream(Measure.values())
                .filter(one -> one.name().equals(form.measure()))
                .findFirst();
        if (measure.isEmpty()) {
            errors.rejectValue("measure", "none", "Choose what it is about");
        }
        var typed = line(form.value(), "value", "Figure", 40, true, errors);
        var value = typed == null ? null : amount(typed.replaceFirst("\\s*%$", ""), 5, 2);
        if (typed != null && value == null) {
            errors.rejectValue("value", "number", "Figure must be a number, such as 12.5");
        }
        var whose = line(form.whose(), "whose", "Whose it is", 120, true, errors);
        var source = line(form.source(), "source", "Source", 300, true, errors);
        UUID id = null;
        try {
            id = UUID.fromString(Objects.requireNonNullElse(form.id(), ""));
        } catch (IllegalArgumentException none) {
            errors.rejectValue("measure", "again", "Open this page again, and enter the figure there");
        }
        if (errors.hasErrors() || measure.isEmpty() || value == null || whose == null || source == null || id == null) {
            return Unprocessable.page(BENCHMARKS, benchmarksPage(viewer, (id == null ? Uuid7.next() : id).toString()));
        }
        keep.enter(viewer, id, measure.get(), value, whose, source);
        flash.addFlashAttribute("success", "The figure is entered.");
        return new ModelAndView("redirect:/enquiries/benchmarks");
    }

    @PostMapping("/enquiries/benchmarks/{id}/remove")
    ModelAndView remove(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        keep.remove(viewer, id);
        flash.addFlashAttribute("success", "The figure is removed.");
        return new ModelAndView("redirect:/enquiries/benchmarks");
    }

    private BenchmarksPage benchmarksPage(Viewer viewer, String key) {
        return new BenchmarksPage(
                "Benchmarks",
                keep.hasDoor(viewer),
                keep.benchmarks(viewer).stream()
                        .map(one -> new BenchmarkLine(
                                one.id(),
                                one.measure().inWords(),
                                one.value().stripTrailingZeros().toPlainString(),
                                one.whose(),
                                one.source(),
                                !one.shipped()))
                        .toList(),
                Arrays.stream(Measure.values())
                        .map(measure -> Option.of(measure.name(), measure.inWords()))
                        .toList(),
                key,
                List.of(SET_UP));
    }

    private static void standard(
            Map<EnquiryStage, Integer> standards,
            EnquiryStage stage,
            @Nullable String typed,
            String field,
            BindingResult errors) {
        var days = days(typed, field, 500, errors);
        if (days != null) {
            standards.put(stage, days);
        }
    }

    private static @Nullable Integer days(@Nullable String text, String field, int most, BindingResult errors) {
        var typed = text == null ? "" : text.strip();
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("[0-9]{1,5}") || Integer.parseInt(typed) < 1 || Integer.parseInt(typed) > most) {
            errors.rejectValue(
                    field, "number", "Days must be a whole number from 1 to %,d, or nothing".formatted(most));
            return null;
        }
        return Integer.valueOf(typed);
    }

    private static @Nullable BigDecimal amount(String typed, int whole, int places) {
        var plain = typed.strip().replace(",", "");
        return plain.matches("[0-9]{1," + whole + "}(\\.[0-9]{1," + places + "})?") ? new BigDecimal(plain) : null;
    }

    private static @Nullable String line(
            @Nullable String text, String field, String name, int longest, boolean required, BindingResult errors) {
        var typed = text == null ? "" : text.strip();
        if (typed.isEmpty()) {
            if (required) {
                errors.rejectValue(field, "blank", "Enter the " + name.toLowerCase(Locale.UK));
            }
            return null;
        }
        if (typed.length() > longest) {
            errors.rejectValue(field, "long", name + " must be %,d characters or fewer".formatted(longest));
        }
        return typed;
    }
}
