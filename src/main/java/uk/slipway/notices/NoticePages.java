package uk.slipway.notices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.particulars.ChildParticulars;
import uk.slipway.placements.PlacementView;
import uk.slipway.web.Crumb;
import uk.slipway.web.CsvDownload;
import uk.slipway.web.Option;
import uk.slipway.web.TimelineEntry;
import uk.slipway.web.Words;

/** What the pages of notices say. */
@Component
class NoticePages {

    private static final Words WORDS = new Words();

    private final ClockPages clocks;

    NoticePages(ClockPages clocks) {
        this.clocks = clocks;
    }

    record RegisterPage(
            String title,
            boolean mine,
            boolean reviewing,
            List<Option> states,
            List<Option> kinds,
            List<Row> rows,
            String query,
            @Nullable UUID next) {}

    record Row(
            UUID id,
            UUID placement,
            String reference,
            String kind,
            String name,
            String regulation,
            String state,
            String tag,
            String given,
            String acknowledged) {}

    record NoticePage(
            UUID id,
            UUID placement,
            String title,
            String reference,
            String state,
            String tag,
            long version,
            String kind,
            String name,
            @Nullable String email,
            @Nullable String codeEmail,
            boolean carries,
            String says,
            @Nullable String settled,
            @Nullable String words,
            @Nullable String acknowledged,
            NoticeLetters.Letter letter,
            boolean maySend,
            boolean mustKeepParticulars,
            boolean maySendAgain,
            boolean mayCorrect,
            boolean maySettle,
            boolean mayAcknowledge,
            List<Option> hows,
            List<TimelineEntry> history,
            List<String> whoCanSee,
            List<Crumb> crumbs) {}

    record TellPage(
            UUID placement,
            String action,
            String title,
            String reference,
            String kind,
            String provision,
            String hint,
            boolean mayCarry,
            boolean particularsKept,
            List<Option> hows,
            List<Crumb> crumbs) {}

    /**
     * What somebody who follows a link is shown.
     *
     * @param say what there is to say where the notice is not shown, or null
     */
    record LinkPage(
            String title,
            @Nullable String say,
            String action,
            NoticeLetters.@Nullable Letter letter,
            List<Child> children,
            boolean asksForCode,
            boolean codeSent,
            @Nullable String codeGoesTo) {}

    record Child(
            String heading,
            String name,
            String born,
            @Nullable String carePlan,
            @Nullable String assessment) {}

    RegisterPage register(
            Viewer viewer, ShowNotices.Register register, NoticesController.RegisterForm form, boolean mine) {
        var states = new ArrayList<Option>();
        states.add(new Option("", "Any", null));
        states.add(new Option("WAITING", "Sent, not acknowledged", null));
        for (var state : NoticeState.values()) {
            states.add(new Option(state.name(), state.inWords(), null));
        }
        var kinds = new ArrayList<Option>();
        kinds.add(new Option("", "Anybody", null));
        for (var kind : RecipientKind.values()) {
            kinds.add(new Option(kind.name(), kind.inWords(), null));
        }
        return new RegisterPage(
                mine ? "Notices to you" : "Register of statutory notices",
                mine,
                viewer.is(Role.REVIEWING_OFFICER),
                states,
                kinds,
                register.notices().stream().map(NoticePages::row).toList(),
                form.query(),
                register.next());
    }

    private static Row row(NoticeRows.Registered registered) {
        var notice = registered.notice();
        return new Row(
                notice.id().value(),
                notice.placement().value(),
                registered.reference(),
                notice.kind().inWords(),
                notice.name(),
                notice.regulation().cited(),
                notice.state().inWords(),
                notice.state().tag(),
                notice.settledOn() == null ? "" : WORDS.shortDate(notice.settledOn()),
                notice.acknowledgedAt() == null ? "" : WORDS.moment(notice.acknowledgedAt()));
    }

    /** The columns of the download. */
    static final List<String> COLUMNS = List.of(
            "placement",
            "regulation",
            "recipient",
            "name",
            "state",
            "prepared_at",
            "given_on",
            "given_by",
            "reason_or_how",
            "acknowledged_at",
            "acknowledged_how");

    static List<String> line(NoticeRows.Registered registered) {
        var notice = registered.notice();
        return List.of(
                registered.reference(),
                Integer.toString(notice.regulation().number()),
                notice.kind().inWords(),
                CsvDownload.harmless(notice.name()),
                notice.state().inWords(),
                notice.preparedAt().toString(),
                Objects.toString(notice.settledOn(), ""),
                CsvDownload.harmless(Objects.toString(notice.settledBy(), "")),
                CsvDownload.harmless(Objects.toString(notice.words(), "")),
                Objects.toString(notice.acknowledgedAt(), ""),
                CsvDownload.harmless(Objects.toString(notice.acknowledgedHow(), "")));
    }

    NoticePage notice(ShowNotices.One one) {
        var notice = one.notice();
        boolean prepared = notice.state() == NoticeState.PREPARED;
        boolean sent = notice.state() == NoticeState.SENT;
        boolean open = notice.acknowledgedAt() == null;
        boolean lacking = notice.carriesParticulars() && !one.particularsKept();
        return new NoticePage(
                notice.id().value(),
                notice.placement().value(),
                "Notice to " + ClockPages.lower(notice.kind().inWords()) + ": "
                        + one.placement().reference(),
                one.placement().reference(),
                notice.state().inWords(),
                notice.state().tag(),
                notice.version(),
                notice.kind().inWords(),
                notice.name(),
                notice.email(),
                notice.codeEmail(),
                notice.carriesParticulars(),
                says(notice),
                notice.settledOn() == null
                        ? null
                        : notice.state().inWords() + " on " + WORDS.date(notice.settledOn()) + " by "
                                + notice.settledBy(),
                notice.words(),
                notice.acknowledgedAt() == null
                        ? null
                        : WORDS.moment(notice.acknowledgedAt()) + ". " + notice.acknowledgedHow() + ".",
                one.letter(),
                one.gives() && prepared && !lacking,
                one.gives() && prepared && lacking,
                one.gives() && sent && open,
                one.gives() && (prepared || sent) && open,
                one.gives() && prepared,
                one.isToViewer() && open,
                hows(notice.regulation(), notice.kind(), false),
                one.trail().stream()
                        .map(entry -> new TimelineEntry(
                                WORDS.moment(entry.at()),
                                entry.who() + (entry.actingAs() == null ? "" : ", " + entry.actingAs()),
                                capital(entry.what())))
                        .toList(),
                clocks.whoCanSee(one.placement()),
                crumbs(one.placement()));
    }

    private static String says(StatutoryNotice notice) {
        if (!notice.carriesParticulars()) {
            return "It does not say who the child is.";
        }
        return notice.kind().says() == RecipientKind.Says.ALL
                ? "It carries the child’s name, date of birth, care plan and assessment, and asks for a code first."
                : "It carries the child’s name and date of birth, and asks for a code first.";
    }

    TellPage tell(ShowNotices.Begun begun, Regulation regulation, RecipientKind kind) {
        var placement = begun.placement();
        return new TellPage(
                placement.id().value(),
                "/fostering/placements/" + placement.id().value() + "/notices/" + regulation.number() + "/"
                        + kind.slug(),
                "Tell " + ClockPages.lower(kind.inWords())
                        + (regulation == Regulation.ENDING ? " of the ending" : " of the placement"),
                placement.reference(),
                kind.inWords(),
                regulation == Regulation.ENDING ? "Regulation 14(2)(c)" : "Regulation " + kind.provision(),
                hint(kind),
                kind.says() != RecipientKind.Says.NOTHING,
                begun.particularsKept(),
                hows(regulation, kind, true),
                crumbs(placement));
    }

    /** The corrected address of a notice that is there already. */
    TellPage correct(ShowNotices.One one) {
        var notice = one.notice();
        return new TellPage(
                notice.placement().value(),
                "/notices/" + notice.id().value() + "/correct",
                "Correct who gets the notice",
                one.placement().reference(),
                notice.kind().inWords(),
                "Regulation " + notice.kind().provision(),
                notice.state() == NoticeState.SENT
                        ? "It goes out again at once. The link in the first message stops working."
                        : "",
                notice.kind().says() != RecipientKind.Says.NOTHING,
                one.particularsKept(),
                List.of(),
                crumbs(one.placement()));
    }

    private static String hint(RecipientKind kind) {
        return switch (kind) {
            case CHILD ->
                "Unless it would not be appropriate, having regard to the child’s age and understanding. Write so that"
                        + " the child can read it; a letter in the hand is often better.";
            case PARENT -> "A parent, or another person with parental responsibility.";
            case CONTACT -> "Whoever has contact by an order of the court, or is allowed it for a child in care.";
            case HEALTH_NOW, HEALTH_THERE ->
                "The regulations were written when this was the primary care trust. Ask the region which body stands"
                        + " in its place today.";
            case AREA_AUTHORITY ->
                "The notice includes the assessment of the child’s needs, why the placement is the most suitable, and"
                        + " the care plan.";
            default -> "";
        };
    }

    private static List<Option> hows(Regulation regulation, RecipientKind kind, boolean withMail) {
        var hows = new ArrayList<Option>();
        if (withMail) {
            hows.add(new Option("SENT", "By e-mail, with a link to acknowledge it", null));
        }
        hows.add(new Option("ON_PAPER", "On paper", "Record how and when, for example by letter"));
        if (regulation == Regulation.NOTIFICATION && kind.mayBeWithheldFrom()) {
            hows.add(new Option(
                    "WITHHELD",
                    "They are not told, because it would put the child at risk of significant harm",
                    "Regulation 13(3). Record the reason"));
        }
        hows.add(new Option(
                "NOT_NEEDED",
                "They are not told, for another reason",
                "There is nobody, or it is not reasonably practicable. Record the reason"));
        return hows;
    }

    LinkPage link(String token, AcknowledgeNotice.Looked looked) {
        var action = "/notices/acknowledge/" + token;
        var at = looked.acknowledgedAt();
        var say = switch (looked.opens()) {
            case UNKNOWN ->
                "This link opens nothing. Copy it again from the message, the whole of it; part of it may be missing."
                        + " If that does not help, ask whoever sent it.";
            case EXPIRED ->
                "This link works no more: it was good for " + NoticeLinks.HOLDS.toDays()
                        + " days, or a newer one has been sent to you. If you have no newer message, ask whoever sent"
                        + " you this one to send the notice again. Nothing else is needed from you.";
            case ACKNOWLEDGED ->
                "Thank you. You acknowledged this notice on " + (at == null ? "" : WORDS.moment(at))
                        + ", and the authority knows. There is nothing more to do, and the notice is not shown again.";
            case CODE, NOTICE -> null;
        };
        var letter = looked.letter();
        return new LinkPage(
                switch (looked.opens()) {
                    case UNKNOWN, EXPIRED -> "This link opens nothing any more";
                    case ACKNOWLEDGED -> "You have acknowledged this notice";
                    case CODE -> "A notice for you";
                    case NOTICE -> letter == null ? "A notice for you" : letter.title();
                },
                say,
                action,
                letter,
                looked.children().stream().map(child -> child(child, looked)).toList(),
                looked.opens() == AcknowledgeNotice.Opens.CODE,
                looked.codeSent(),
                looked.codeGoesTo());
    }

    private static Child child(ChildParticulars child, AcknowledgeNotice.Looked looked) {
        boolean all = looked.says() == RecipientKind.Says.ALL;
        return new Child(
                looked.children().size() == 1 ? "The child" : "Child " + child.number(),
                child.name(),
                WORDS.shortDate(child.born()),
                all ? orNone(child.carePlan()) : null,
                all ? orNone(child.assessment()) : null);
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "Not written down" : text;
    }

    private static List<Crumb> crumbs(PlacementView placement) {
        var address = "/fostering/placements/" + placement.id().value();
        return List.of(
                new Crumb("Fostering", "/fostering"),
                new Crumb("Placement " + placement.reference(), address),
                new Crumb("Clocks and notices", address + "/clocks"));
    }

    /** Today, where a form asks for a day in the past. */
    static boolean isAhead(@Nullable LocalDate day, LocalDate today) {
        return day != null && day.isAfter(today);
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
