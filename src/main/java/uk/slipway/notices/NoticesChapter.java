package uk.slipway.notices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.demonstration.Chapter;
import uk.slipway.demonstration.Stage;
import uk.slipway.demonstration.StagedYear;
import uk.slipway.kernel.WorkingDays;
import uk.slipway.notifications.ShowOutbox;
import uk.slipway.particulars.ParticularsOfTheDemonstration;
import uk.slipway.placements.PlacementView;
import uk.slipway.region.LocalAuthority;

/**
 * The notices of the demonstration's placements. Real authorities give each of them in time; Exampleton has left an area
 * authority untold, and is in the middle of telling of an emergency. Children, carers and recipients are made up.
 */
@Component
@Profile("demonstration")
@Order(Ordered.LOWEST_PRECEDENCE)
class NoticesChapter implements Chapter {

    private static final Pattern LINK = Pattern.compile("/notices/acknowledge/([A-Za-z0-9_-]+)");

    private final ShowClocks show;
    private final ShowNotices notices;
    private final GiveNotice give;
    private final AcknowledgeNotice acknowledge;
    private final RecordEnding recordEnding;
    private final CallForHelp callForHelp;
    private final ParticularsOfTheDemonstration particulars;
    private final ShowOutbox outbox;

    NoticesChapter(
            ShowClocks show,
            ShowNotices notices,
            GiveNotice give,
            AcknowledgeNotice acknowledge,
            RecordEnding recordEnding,
            CallForHelp callForHelp,
            ParticularsOfTheDemonstration particulars,
            ShowOutbox outbox) {
        this.show = show;
        this.notices = notices;
        this.give = give;
        this.acknowledge = acknowledge;
        this.recordEnding = recordEnding;
        this.callForHelp = callForHelp;
        this.particulars = particulars;
        this.outbox = outbox;
    }

    @Override
    public Place place() {
        return Place.COMMITMENTS;
    }

    @Override
    public void play(Stage stage, StagedYear year) {
        if (!year.isThisYear()) {
            return;
        }
        for (var authority : stage.real(year)) {
            placements(stage, year, authority).forEach(placement -> tell(stage, year, authority, placement, false));
            stage.scene(year.today(), Stage.email("fostering", authority), officer -> prepareAhead(officer, authority));
        }
        for (var authority : stage.fictitious(year)) {
            placements(stage, year, authority).forEach(placement -> tell(stage, year, authority, placement, true));
        }
        stage.backstage(year.today(), callForHelp::round);
    }

    private List<PlacementView> placements(Stage stage, StagedYear year, LocalAuthority authority) {
        var found = new ArrayList<PlacementView>();
        stage.scene(
                year.today(),
                Stage.email("fostering", authority),
                officer -> show.all(officer).stream()
                        .map(ShowClocks.Counted::placement)
                        .filter(placement -> placement.placing().equals(authority.id()))
                        .filter(placement -> placement.agreedAt() != null || placement.startedOn() != null)
                        .forEach(found::add));
        return found;
    }

    /** Where nobody has signed yet, the first notice is written and waits to be sent; it does not say who the child is. */
    private void prepareAhead(Viewer officer, LocalAuthority authority) {
        show.all(officer).stream()
                .map(ShowClocks.Counted::placement)
                .filter(placement -> placement.placing().equals(authority.id()))
                .filter(placement -> placement.agreedAt() == null && placement.startedOn() == null)
                .forEach(placement -> give.prepare(
                        officer,
                        placement.id(),
                        Regulation.NOTIFICATION,
                        RecipientKind.DOCTOR_NOW,
                        new GiveNotice.To("Example surgery", "doctor-now@recipient.example", null, false)));
    }

    private void tell(
            Stage stage, StagedYear year, LocalAuthority authority, PlacementView placement, boolean troubled) {
        var day = dayOf(year, placement);
        var officers = Stage.email("fostering", authority);
        var ended = placement.endedOn();
        stage.scene(day, Stage.email("social-worker", authority), worker -> particulars.keep(worker, placement));
        stage.scene(
                day,
                officers,
                officer -> RecipientKind.ofThePlacement(placement).stream()
                        .filter(kind -> !troubled || isTold(placement, kind))
                        .forEach(kind -> tell(officer, placement, kind, day)));
        if (ended == null) {
            stage.scene(day, officers, officer -> particulars.name(officer, placement));
        }
        if (placement.startedOn() != null) {
            stage.scene(day, Stage.email("reviewing", authority), this::acknowledgeMine);
            stage.backstage(day, this::acknowledgeByLink);
        }
        if (ended != null) {
            var before = troubled ? WorkingDays.after(ended, 1) : ended.minusDays(1);
            stage.scene(before, officers, officer -> ending(officer, placement, ended, before, troubled));
            stage.scene(before, Stage.email("reviewing", authority), this::acknowledgeMine);
        }
    }

    /** The emergency that goes on waits for most; of the one that has ended the area authority was never told. */
    private static boolean isTold(PlacementView placement, RecipientKind kind) {
        return placement.endedOn() != null
                ? kind != RecipientKind.AREA_AUTHORITY
                : kind == RecipientKind.REVIEWING_OFFICER || kind == RecipientKind.CHILD;
    }

    private void ending(Viewer officer, PlacementView placement, LocalDate ended, LocalDate day, boolean troubled) {
        if (troubled) {
            recordEnding.record(officer, placement.id(), EndingStep.IMMEDIATE_RISK, ended, "Example reason: made up.");
        } else {
            recordEnding.record(officer, placement.id(), EndingStep.INTENDED, ended, "");
            recordEnding.record(officer, placement.id(), EndingStep.REVIEWED, day, "");
        }
        var told = show.of(officer, placement.id()).notices();
        for (var kind : ClockRules.toldOfTheEnding(placement, told)) {
            if (kind == RecipientKind.CHILD || kind == RecipientKind.CARER) {
                give.record(
                        officer,
                        placement.id(),
                        Regulation.ENDING,
                        kind,
                        new GiveNotice.Otherwise(
                                NoticeState.ON_PAPER, kind.inWords(), day, "Example: a letter, by hand."));
            } else {
                send(officer, placement, Regulation.ENDING, kind);
            }
        }
    }

    /** Planned: the day before it starts or today, whichever comes first; in an emergency the working day after. */
    private static LocalDate dayOf(StagedYear year, PlacementView placement) {
        var start = placement.startedOn() == null ? placement.startsOn() : placement.startedOn();
        var day = placement.isEmergency() ? WorkingDays.after(start, 1) : start.minusDays(1);
        return day.isAfter(year.today()) ? year.today() : day;
    }

    private void tell(Viewer officer, PlacementView placement, RecipientKind kind, LocalDate day) {
        switch (kind) {
            case CHILD ->
                record(
                        officer,
                        placement,
                        kind,
                        NoticeState.ON_PAPER,
                        "The child",
                        day,
                        "Example: a letter, read together.");
            case CONTACT ->
                record(
                        officer,
                        placement,
                        kind,
                        NoticeState.NOT_NEEDED,
                        "",
                        day,
                        "Example reason: no order of a court.");
            case PREVIOUS_CARER ->
                record(
                        officer,
                        placement,
                        kind,
                        NoticeState.WITHHELD,
                        "",
                        day,
                        "Example reason: to know the place would put the child at risk of significant harm.");
            default -> send(officer, placement, Regulation.NOTIFICATION, kind);
        }
    }

    private void record(
            Viewer officer,
            PlacementView placement,
            RecipientKind kind,
            NoticeState state,
            String name,
            LocalDate day,
            String words) {
        give.record(
                officer,
                placement.id(),
                Regulation.NOTIFICATION,
                kind,
                new GiveNotice.Otherwise(state, name, day, words));
    }

    private void send(Viewer officer, PlacementView placement, Regulation regulation, RecipientKind kind) {
        var begun = notices.begin(officer, placement.id(), regulation, kind);
        var name = begun.name() == null ? "Example recipient" : begun.name();
        var email = begun.email() == null ? kind.slug() + "@recipient.example" : begun.email();
        var id = give.prepare(officer, placement.id(), regulation, kind, new GiveNotice.To(name, email, null, true));
        give.send(officer, id, 0);
    }

    private void acknowledgeMine(Viewer reviewing) {
        var filter = new NoticeRows.Filter(NoticeState.SENT, null, null, true, "", notices.address(reviewing));
        notices.register(reviewing, filter, null)
                .notices()
                .forEach(registered ->
                        acknowledge.acknowledge(reviewing, registered.notice().id()));
    }

    /** Two of those who were written to last follow the link in their message. */
    private void acknowledgeByLink() {
        outbox.newest(null, 50).messages().stream()
                .map(message -> LINK.matcher(message.body()))
                .filter(Matcher::find)
                .limit(2)
                .forEach(link -> acknowledge.acknowledge(link.group(1), true));
    }
}
