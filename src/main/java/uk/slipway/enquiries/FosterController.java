package uk.slipway.enquiries;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.slipway.accounts.Anyone;
import uk.slipway.enquiries.FosterWords.Call;
import uk.slipway.region.LocalAuthority;
import uk.slipway.web.Markdown;
import uk.slipway.web.NotFound;
import uk.slipway.web.Option;
import uk.slipway.web.SafeHtml;
import uk.slipway.web.Unprocessable;
import uk.slipway.web.Words;

/**
 * The public pages on which somebody asks about fostering: no sign-in and no cookie. What was answered goes from page to
 * page in the address, for it says nothing about who they are; their name and how to reach them are sent once, at the end.
 */
@Controller
@Anyone
class FosterController {

    private static final String QUESTIONS = "enquiries/questions";
    private static final String YOU = "enquiries/you";
    private static final Words WORDS = new Words();

    private final Enquire enquire;
    private final FormKey keys;
    private final Markdown markdown;

    FosterController(Enquire enquire, FormKey keys, Markdown markdown) {
        this.enquire = enquire;
        this.keys = keys;
        this.markdown = markdown;
    }

    record StartPage(
            String title,
            String door,
            List<String> councils,
            @Nullable Call call,
            List<String> next,
            String onwards,
            String privacy) {}

    /** A front door among several, for who has not followed a link of one. */
    record Choice(String name, String councils, String link) {}

    record WherePage(String title, List<Choice> choices) {}

    record QuestionsPage(String title, String back, List<Option> over21, List<Option> room, List<Option> councils) {}

    /**
     * What the page with the person's details says.
     *
     * @param more whether the questions that nobody has to answer are unfolded, since something was answered there
     */
    record YouPage(
            String title,
            String back,
            String door,
            String council,
            @Nullable String wanted,
            String key,
            String notice,
            List<Option> contactBy,
            List<Option> councils,
            List<Option> ages,
            List<Option> housing,
            List<Option> previous,
            @Nullable Call call,
            boolean more) {}

    record OtherPage(
            String title,
            String back,
            String because,
            @Nullable Call call) {}

    record ElsewherePage(
            String title,
            String back,
            String council,
            @Nullable String route,
            @Nullable String since,
            List<Option> councils,
            String door,
            @Nullable Call call) {}

    record SentPage(
            String title,
            String reference,
            List<String> next,
            @Nullable Call call,
            String privacy) {}

    record NoticePage(
            String title,
            String published,
            SafeHtml text,
            @Nullable String earlier,
            @Nullable String back) {}

    record ClosedPage(String title) {}

    @GetMapping("/foster")
    ModelAndView start(
            @RequestParam(required = false) @Nullable String c, @RequestParam(required = false) @Nullable String at) {
        var open = open(c, at);
        if (open.isEmpty()) {
            return noDoor();
        }
        var door = open.get().door();
        return new ModelAndView(
                "enquiries/foster",
                Map.of(
                        "page",
                        new StartPage(
                                "Could you foster?",
                                door.name(),
                                open.get().participating().stream()
                                        .map(LocalAuthority::label)
                                        .toList(),
                                FosterWords.call(door),
                                FosterWords.whatHappensNext(door),
                                address("/foster/questions", new String[][] {{"c", code(open.get())}, {"at", at}}),
                                address("/foster/privacy", new String[][] {{"c", code(open.get())}, {"at", at}}))));
    }

    @GetMapping("/foster/questions")
    ModelAndView questions(@ModelAttribute("form") FosterForm form) {
        var open = open(form.c(), form.at());
        return open.isEmpty()
                ? noDoor()
                : new ModelAndView(QUESTIONS, Map.of("page", questionsPage(open.get(), form.at())));
    }

    /** Reads the three questions and answers with the page that fits. Nothing is stored. */
    @GetMapping("/foster/you")
    ModelAndView you(@ModelAttribute("form") FosterForm form, BindingResult errors) {
        var found = open(form.c(), form.at());
        if (found.isEmpty()) {
            return noDoor();
        }
        var open = found.get();
        if (!FosterWords.isOne(FosterWords.OVER_21, form.over21())) {
            errors.rejectValue("over21", "none", "Say whether you are 21 or over");
        }
        if (!FosterWords.isOne(FosterWords.ROOM, form.room())) {
            errors.rejectValue("room", "none", "Say whether you have a spare bedroom");
        }
        if (!FosterWords.isOne(councils(open), form.council())) {
            errors.rejectValue("council", "none", "Choose the council area you live in, or say that you are not sure");
        }
        if (errors.hasErrors()) {
            return Unprocessable.page(QUESTIONS, questionsPage(open, form.at()));
        }
        return notNow(open, form)
                .orElseGet(() -> new ModelAndView(YOU, Map.of("page", youPage(open, form, keys.make()))));
    }

    @PostMapping("/foster/you")
    ModelAndView send(@ModelAttribute("form") FosterForm form, BindingResult errors, HttpServletRequest request) {
        var found = open(form.c(), form.at());
        if (found.isEmpty()) {
            return noDoor();
        }
        var open = found.get();
        var otherwise = notNow(open, form);
        if (otherwise.isPresent()) {
            return otherwise.get();
        }
        var person = form.toPerson(errors, FosterForm.Voice.PUBLIC);
        if (!"true".equals(form.consent())) {
            errors.rejectValue("consent", "none", "Tick the box if we may keep what you told us and contact you");
        }
        var key = keys.read(form.key());
        if (key.isEmpty()) {
            errors.rejectValue(
                    "consent", "old", "This page was open for more than a day. Look through it, then send it again");
        }
        if (errors.hasErrors() || person == null || key.isEmpty()) {
            return Unprocessable.page(
                    YOU, youPage(open, form, key.isEmpty() ? keys.make() : String.valueOf(form.key())));
        }
        var outcome = enquire.send(
                open,
                new Enquire.Asked(
                        person,
                        open.council(form.council()).map(LocalAuthority::id).orElse(null),
                        open.council(form.wants()).map(LocalAuthority::id).orElse(null)),
                key.get(),
                form.website() != null && !form.website().isBlank(),
                String.valueOf(request.getRemoteAddr()));
        if (outcome.reference() == null) {
            var telephone = FosterWords.telephone(open.door());
            errors.rejectValue(
                    "consent",
                    "many",
                    "More people are asking than we can take in at the moment. Try again in an hour"
                            + (telephone == null ? "" : ", or call " + telephone));
            var page = Unprocessable.page(YOU, youPage(open, form, String.valueOf(form.key())));
            page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
            return page;
        }
        return new ModelAndView("redirect:"
                + address("/foster/sent", new String[][] {
                    {"ref", outcome.reference()}, {"c", code(open)}, {"at", form.at()}
                }));
    }

    @GetMapping("/foster/sent")
    ModelAndView sent(
            @RequestParam(required = false) @Nullable String ref,
            @RequestParam(required = false) @Nullable String c,
            @RequestParam(required = false) @Nullable String at) {
        if (ref == null || !ref.matches("FE-[" + Enquire.ALPHABET + "]{4}-[" + Enquire.ALPHABET + "]{4}")) {
            throw new NotFound();
        }
        var door = enquire.door(c, at).orElseThrow(NotFound::new).door();
        return new ModelAndView(
                "enquiries/sent",
                Map.of(
                        "page",
                        new SentPage(
                                "We have your question",
                                ref,
                                FosterWords.whatHappensNext(door),
                                FosterWords.call(door),
                                address("/foster/privacy", new String[][] {{"c", c}, {"at", at}}))));
    }

    @GetMapping("/foster/privacy")
    ModelAndView privacy(
            @RequestParam(required = false) @Nullable String c, @RequestParam(required = false) @Nullable String at) {
        return open(c, at).isEmpty() && enquire.openDoors().size() > 1 ? noDoor() : notice(null, c, at);
    }

    @GetMapping("/foster/privacy/{number}")
    ModelAndView privacy(
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String c,
            @RequestParam(required = false) @Nullable String at) {
        return notice(number, c, at);
    }

    private ModelAndView notice(@Nullable Integer number, @Nullable String c, @Nullable String at) {
        var notice = enquire.notice(number, c, at);
        var which = new String[][] {{"c", c}, {"at", at}};
        return new ModelAndView(
                "enquiries/notice",
                Map.of(
                        "page",
                        new NoticePage(
                                "How we use what you tell us",
                                "Version " + notice.number() + ", published on " + WORDS.shortDate(notice.publishedAt())
                                        + (number == null ? ", in force" : ""),
                                markdown.toHtml(notice.text()),
                                notice.number() > 1 ? address("/foster/privacy/" + (notice.number() - 1), which) : null,
                                address("/foster", which))));
    }

    /** The page for somebody whose enquiry would not be taken as it stands; nothing about them is stored. */
    private Optional<ModelAndView> notNow(Enquire.Open open, FosterForm form) {
        var back = questionsAddress(open, form);
        if ("no".equals(form.over21()) || "no".equals(form.room())) {
            return Optional.of(new ModelAndView(
                    "enquiries/other-ways",
                    Map.of(
                            "page",
                            new OtherPage(
                                    "Other ways to help",
                                    back,
                                    "no".equals(form.over21())
                                            ? "We pass on enquiries from people who are 21 or over, so we cannot take"
                                                    + " yours today."
                                            : "We pass on enquiries from people who have a spare bedroom, so we cannot"
                                                    + " take yours today.",
                                    FosterWords.call(open.door())))));
        }
        var wants = open.council(form.wants());
        if (wants.isPresent() && open.participates(wants.get().id())) {
            return Optional.empty();
        }
        var lives = open.council(form.council());
        if ("elsewhere".equals(form.council())
                || lives.isPresent() && !open.participates(lives.get().id())) {
            var participation = lives.map(council -> open.participations().get(council.id()));
            return Optional.of(new ModelAndView(
                    "enquiries/elsewhere",
                    Map.of(
                            "page",
                            new ElsewherePage(
                                    lives.map(council -> council.label() + " does not take part here")
                                            .orElse("Your council does not take part here"),
                                    back,
                                    lives.map(LocalAuthority::label).orElse("your own council"),
                                    participation
                                            .map(FrontDoor.Participation::ownRoute)
                                            .orElse(null),
                                    participation
                                            .map(FrontDoor.Participation::from)
                                            .filter(from -> from.isAfter(open.today()))
                                            .map(WORDS::shortDate)
                                            .orElse(null),
                                    participating(open),
                                    open.door().name(),
                                    FosterWords.call(open.door())))));
        }
        return Optional.empty();
    }

    private QuestionsPage questionsPage(Enquire.Open open, @Nullable String at) {
        return new QuestionsPage(
                "Before you ask us",
                address("/foster", new String[][] {{"c", code(open)}, {"at", at}}),
                FosterWords.OVER_21,
                FosterWords.ROOM,
                councils(open));
    }

    private YouPage youPage(Enquire.Open open, FosterForm form, String key) {
        var notice = open.notice();
        return new YouPage(
                "How can we reach you?",
                questionsAddress(open, form),
                open.door().name(),
                open.council(form.council()).map(LocalAuthority::label).orElse("not sure yet"),
                open.council(form.wants()).map(LocalAuthority::label).orElse(null),
                key,
                address("/foster/privacy/" + (notice == null ? 0 : notice.number()), new String[][] {
                    {"c", code(open)}, {"at", form.at()}
                }),
                FosterWords.CONTACT_BY,
                participating(open),
                FosterWords.AGES,
                FosterWords.HOUSING,
                FosterWords.PREVIOUS,
                FosterWords.call(open.door()),
                form.tellsMore());
    }

    private static List<Option> councils(Enquire.Open open) {
        var options = new ArrayList<Option>();
        open.councils().forEach(council -> options.add(Option.of(council.gssCode(), council.label())));
        options.add(Option.of("elsewhere", "Somewhere else"));
        options.add(Option.of("unsure", "I am not sure"));
        return options;
    }

    private static List<Option> participating(Enquire.Open open) {
        return open.participating().stream()
                .map(council -> Option.of(council.gssCode(), council.label()))
                .toList();
    }

    private Optional<Enquire.Open> open(@Nullable String c, @Nullable String at) {
        return enquire.door(c, at).filter(Enquire.Open::takesEnquiries);
    }

    /** Where no front door is meant: the choice among those that take enquiries, or that there is none. */
    private ModelAndView noDoor() {
        var doors = enquire.openDoors();
        return doors.isEmpty()
                ? closed()
                : new ModelAndView(
                        "enquiries/where",
                        Map.of(
                                "page",
                                new WherePage(
                                        "Where do you live?",
                                        doors.stream()
                                                .map(open -> new Choice(
                                                        open.door().name(),
                                                        WORDS.list(open.participating().stream()
                                                                .map(LocalAuthority::label)
                                                                .toList()),
                                                        address("/foster", new String[][] {
                                                            {
                                                                "at",
                                                                open.door()
                                                                        .region()
                                                                        .value()
                                                            }
                                                        })))
                                                .toList())));
    }

    private static @Nullable String code(Enquire.Open open) {
        return open.campaign() == null ? null : open.campaign().code();
    }

    private static ModelAndView closed() {
        return new ModelAndView(
                "enquiries/closed", Map.of("page", new ClosedPage("We do not take enquiries here yet")));
    }

    /** Back to the questions, with what was answered; what is no answer is left out. */
    private static String questionsAddress(Enquire.Open open, FosterForm form) {
        return address("/foster/questions", new String[][] {
            {"c", code(open)},
            {"at", form.at()},
            {"over21", FosterWords.isOne(FosterWords.OVER_21, form.over21()) ? form.over21() : null},
            {"room", FosterWords.isOne(FosterWords.ROOM, form.room()) ? form.room() : null},
            {"council", FosterWords.isOne(councils(open), form.council()) ? form.council() : null}
        });
    }

    private static String address(String path, @Nullable String[][] parameters) {
        var address = new StringBuilder(path);
        for (var parameter : parameters) {
            if (parameter[1] != null && !parameter[1].isBlank()) {
                address.append(address.indexOf("?") < 0 ? '?' : '&')
                        .append(parameter[0])
                        .append('=')
                        .append(URLEncoder.encode(parameter[1], StandardCharsets.UTF_8));
            }
        }
        return address.toString();
    }
}
