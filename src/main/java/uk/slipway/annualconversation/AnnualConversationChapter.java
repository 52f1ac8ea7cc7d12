package uk.slipway.annualconversation;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.AppointmentKind;
import uk.slipway.accounts.Directory;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.cycles.CycleId;
import uk.slipway.demonstration.Chapter;
import uk.slipway.demonstration.Stage;
import uk.slipway.demonstration.StagedYear;
import uk.slipway.headlines.SharedHeadlines;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.Uuid7;
import uk.slipway.kernel.WorkingDays;
import uk.slipway.peerchallenge.ForumState;
import uk.slipway.peerchallenge.ForumSummaries;
import uk.slipway.peerchallenge.ForumSummary;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.RegionCode;

/** Last year's conversations are held and closed; this year's are planned where headlines have been shared. */
@Component
@Profile("demonstration")
class AnnualConversationChapter implements Chapter {

    private final PlanConversation plan;
    private final HoldConversation hold;
    private final WriteNotes notes;
    private final ReadConversations read;
    private final AgreeNextSteps steps;
    private final ForumSummaries forums;
    private final SharedHeadlines shared;
    private final CycleCalendar calendar;
    private final LocalAuthorities authorities;
    private final Directory directory;

    AnnualConversationChapter(
            PlanConversation plan,
            HoldConversation hold,
            WriteNotes notes,
            ReadConversations read,
            AgreeNextSteps steps,
            ForumSummaries forums,
            SharedHeadlines shared,
            CycleCalendar calendar,
            LocalAuthorities authorities,
            Directory directory) {
        this.plan = plan;
        this.hold = hold;
        this.notes = notes;
        this.read = read;
        this.steps = steps;
        this.forums = forums;
        this.shared = shared;
        this.calendar = calendar;
        this.authorities = authorities;
        this.directory = directory;
    }

    @Override
    public Place place() {
        return Place.CONVERSATIONS;
    }

    @Override
    public void play(Stage stage, StagedYear year) {
        var cycle = calendar.find(RegionCode.NORTH_WEST, year.year()).orElse(null);
        if (cycle == null) {
            return;
        }
        stage.scene(year.day(0), "manager@region.example", manager -> {
            for (var forum : forums.inCycle(manager, cycle.id())) {
                var day = forum.date();
                if (day != null && forum.state().hasReached(ForumState.HELD)) {
                    tell(stage, year, cycle.id(), authorities.get(forum.authority()), forum, day);
                }
            }
        });
    }

    private void tell(
            Stage stage, StagedYear year, CycleId cycle, LocalAuthority authority, ForumSummary forum, LocalDate day) {
        var director = Stage.email("director", authority);
        var inspector = inspectorOf(authority);
        var planned = WorkingDays.after(day, 4);
        var date = WorkingDays.after(day, 15);
        if (inspector == null || !year.isOver(planned) || !hasShared(stage, planned, director, authority, cycle)) {
            return;
        }
        var id = new ConversationId(Uuid7.next());
        stage.scene(
                planned,
                LocalTime.of(14, 0),
                director,
                viewer -> plan.plan(
                        viewer,
                        id,
                        authority.gssCode(),
                        Remit.SOCIAL_CARE,
                        new Arrangements(
                                date,
                                LocalTime.of(14, 0),
                                "By video",
                                "The Director\nThe Ofsted colleague\nHeads of service")));
        if (!year.isOver(date)) {
            stage.scene(
                    planned,
                    LocalTime.of(15, 0),
                    inspector,
                    viewer -> steps.propose(
                            viewer,
                            id,
                            new NextStep.Id(Uuid7.next()),
                            new NextStep.Content(
                                    "Example next step: bring to the conversation what practitioners say of the change",
                                    "Principal social worker",
                                    WorkingDays.after(date, 60)),
                            firstOnTheAgenda(viewer, id)));
            return;
        }
        var step = new NextStep.Id(Uuid7.next());
        stage.scene(date, LocalTime.of(16, 0), inspector, viewer -> {
            notes.write(viewer, id, -1, "Example of private notes of Ofsted’s side.");
            steps.propose(
                    viewer,
                    id,
                    step,
                    new NextStep.Content(
                            "Example next step: look at what audits changed, and say so in the next self-evaluation",
                            "Head of quality assurance",
                            WorkingDays.after(date, 120)),
                    firstOnTheAgenda(viewer, id));
        });
        stage.scene(date, LocalTime.of(16, 30), director, viewer -> {
            hold.hold(viewer, id, date, "The Director\nThe Ofsted colleague");
            notes.write(viewer, id, -1, "Example of private notes of the authority’s side.");
            steps.agree(viewer, id, step, 0);
        });
        var closed = WorkingDays.after(date, 3);
        if (year.isOver(closed)) {
            stage.scene(closed, director, viewer -> hold.close(viewer, id));
        }
    }

    private @Nullable RecordRef firstOnTheAgenda(Viewer viewer, ConversationId id) {
        return read.record(viewer, id).agenda().stream()
                .map(AgendaItem::ref)
                .findFirst()
                .orElse(null);
    }

    private boolean hasShared(Stage stage, LocalDate day, String director, LocalAuthority authority, CycleId cycle) {
        boolean[] found = {false};
        stage.scene(
                day,
                director,
                viewer -> found[0] =
                        !shared.withOfsted(viewer, authority.id(), cycle).isEmpty());
        return found[0];
    }

    private @Nullable String inspectorOf(LocalAuthority authority) {
        return directory.appointedTo(authority.id().value(), Set.of(AppointmentKind.OFSTED_LINK)).stream()
                .map(appointed -> appointed.person().email())
                .findFirst()
                .orElse(null);
    }
}
