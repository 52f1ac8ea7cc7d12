package uk.slipway.peerchallenge;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.AppointmentKind;
import uk.slipway.accounts.Directory;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.cycles.CycleView;
import uk.slipway.demonstration.Chapter;
import uk.slipway.demonstration.Stage;
import uk.slipway.demonstration.StagedYear;
import uk.slipway.kernel.Uuid7;
import uk.slipway.kernel.WorkingDays;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.RegionCode;

/** The year's forums come into the plan and their panels are confirmed, before the self-evaluations arrive. */
@Component
@Profile("demonstration")
class PeerChallengeChapter implements Chapter {

    private final ScheduleForum scheduleForum;
    private final SeatPanel seatPanel;
    private final ConfirmPanel confirmPanel;
    private final StopForum stopForum;
    private final CycleCalendar calendar;
    private final Directory directory;

    PeerChallengeChapter(
            ScheduleForum scheduleForum,
            SeatPanel seatPanel,
            ConfirmPanel confirmPanel,
            StopForum stopForum,
            CycleCalendar calendar,
            Directory directory) {
        this.scheduleForum = scheduleForum;
        this.seatPanel = seatPanel;
        this.confirmPanel = confirmPanel;
        this.stopForum = stopForum;
        this.calendar = calendar;
        this.directory = directory;
    }

    @Override
    public Place place() {
        return Place.FORUMS_PLANNED;
    }

    @Override
    public void play(Stage stage, StagedYear year) {
        var cycle = calendar.find(RegionCode.NORTH_WEST, year.year()).orElse(null);
        if (cycle == null) {
            return;
        }
        var told = ForumsOfTheDemonstration.of(stage, year);
        var ids = new HashMap<LocalAuthorityId, ForumId>();
        stage.scene(
                year.day(-50),
                ForumsOfTheDemonstration.MANAGER,
                manager -> told.forEach(forum ->
                        ids.put(forum.authority().id(), schedule(cycle, forum.authority(), forum.day(), manager))));
        stage.scene(year.day(-45), ForumsOfTheDemonstration.MANAGER, manager -> told.stream()
                .filter(forum -> forum.day() != null)
                .forEach(forum -> seat(
                        Objects.requireNonNull(ids.get(forum.authority().id())),
                        forum.authority(),
                        forum.peers(),
                        forum.reaches(ForumState.PANEL_CONFIRMED),
                        manager)));
        stage.scene(year.day(-40), ForumsOfTheDemonstration.MANAGER, manager -> told.stream()
                .filter(forum -> forum.reaches(ForumState.PANEL_CONFIRMED))
                .forEach(forum -> confirmPanel.confirm(
                        Objects.requireNonNull(ids.get(forum.authority().id())), manager)));
        fictitious(stage, year, cycle);
    }

    /** Whatever goes wrong, goes wrong at the fictitious authorities: a postponement, a cancellation. */
    private void fictitious(Stage stage, StagedYear year, CycleView cycle) {
        var two = stage.fictitious(year);
        var real = stage.real(year);
        for (int place = 0; place < two.size(); place++) {
            var authority = two.get(place);
            var peers = real.subList(place * 4, place * 4 + 3);
            var day = WorkingDays.after(year.day(-7), 1 + place * 2);
            boolean stops = year.isThisYear() && place == 1;
            stage.scene(year.day(-50), ForumsOfTheDemonstration.MANAGER, manager -> {
                var forum = schedule(cycle, authority, day, manager);
                seat(forum, authority, peers, true, manager);
                confirmPanel.confirm(forum, manager);
                if (year.isThisYear() && !stops) {
                    stopForum.postpone(forum, "Example reason: the venue is not available.", manager);
                }
                if (stops) {
                    stopForum.cancel(forum, "Example reason: the date was agreed with the wrong people.", manager);
                }
            });
            if (year.isThisYear() && !stops) {
                stage.scene(
                        year.day(-44),
                        ForumsOfTheDemonstration.MANAGER,
                        manager -> scheduleForum.place(
                                schedule(cycle, authority, day, manager), WorkingDays.after(day, 1), REASON, manager));
            }
            if (stops) {
                stage.scene(year.day(-43), ForumsOfTheDemonstration.MANAGER, manager -> {
                    var forum = schedule(cycle, authority, year.day(12), manager);
                    seat(forum, authority, peers, true, manager);
                    confirmPanel.confirm(forum, manager);
                });
                stage.scene(
                        year.day(-3),
                        ForumsOfTheDemonstration.MANAGER,
                        manager -> stopForum.postpone(
                                schedule(cycle, authority, null, manager),
                                "Example reason: the Director is away on the day.",
                                manager));
            }
        }
    }

    private static final String REASON = "Example reason: nobody else is free.";

    private ForumId schedule(CycleView cycle, LocalAuthority authority, @Nullable LocalDate day, Viewer manager) {
        return scheduleForum.schedule(
                new ForumId(Uuid7.next()),
                authority.id(),
                cycle.id(),
                new Sitting(
                        day,
                        LocalTime.of(10, 0),
                        LocalTime.of(15, 30),
                        "Example civic centre, committee room 1",
                        null,
                        null,
                        day != null && !WorkingDays.isWorkingDay(day) ? REASON : null),
                manager);
    }

    private void seat(
            ForumId forum, LocalAuthority authority, List<LocalAuthority> peers, boolean complete, Viewer manager) {
        for (var peer : peers) {
            directory
                    .findByEmail(Stage.email("director", peer))
                    .ifPresent(director ->
                            seatPanel.join(forum, director.account(), AppointmentKind.PEER, REASON, manager));
        }
        if (complete) {
            join(forum, ForumsOfTheDemonstration.SPECIALIST, AppointmentKind.EDUCATION_SPECIALIST, manager);
            join(forum, ForumsOfTheDemonstration.SOCIAL_CARE_LEAD, AppointmentKind.SOCIAL_CARE_LEAD, manager);
        }
        if (complete && authority.name().equals("Bolton")) {
            join(forum, ForumsOfTheDemonstration.DATA_LEAD, AppointmentKind.NOTE_TAKER, manager);
        }
    }

    private void join(ForumId forum, String email, AppointmentKind part, Viewer manager) {
        directory
                .findByEmail(email)
                .ifPresent(person -> seatPanel.join(forum, person.account(), part, REASON, manager));
    }
}
