package uk.slipway.headlines;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.AppointmentKind;
import uk.slipway.accounts.Directory;
import uk.slipway.accounts.Person;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.cycles.CycleView;
import uk.slipway.demonstration.Chapter;
import uk.slipway.demonstration.Stage;
import uk.slipway.demonstration.StagedYear;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.Uuid7;
import uk.slipway.kernel.WorkingDays;
import uk.slipway.peerchallenge.ForumState;
import uk.slipway.peerchallenge.ForumSummaries;
import uk.slipway.peerchallenge.ForumSummary;
import uk.slipway.peerchallenge.QuestionsOfForum;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.RegionCode;
import uk.slipway.sharing.ReceiptId;
import uk.slipway.threads.Origin;

/**
 * What every held forum found. Last year all of it is agreed and shared; this year as far as the days have come. Only
 * the two fictitious authorities dispute, withdraw or leave something lying.
 */
@Component
@Profile("demonstration")
class HeadlinesChapter implements Chapter {

    private static final String MANAGER = "manager@region.example";

    private final DraftHeadlines drafts;
    private final AnswerHeadline answer;
    private final ShareHeadlines share;
    private final OpenSharedHeadlines open;
    private final AnswerSeminarProposal seminar;
    private final WriteRegionalHeadlines regional;
    private final ReadHeadlines read;
    private final ForumSummaries forums;
    private final CycleCalendar calendar;
    private final LocalAuthorities authorities;
    private final Directory directory;
    private final QuestionsOfForum questions;

    HeadlinesChapter(
            DraftHeadlines drafts,
            AnswerHeadline answer,
            ShareHeadlines share,
            OpenSharedHeadlines open,
            AnswerSeminarProposal seminar,
            WriteRegionalHeadlines regional,
            ReadHeadlines read,
            ForumSummaries forums,
            CycleCalendar calendar,
            LocalAuthorities authorities,
            Directory directory,
            QuestionsOfForum questions) {
        this.drafts = drafts;
        this.answer = answer;
        this.share = share;
        this.open = open;
        this.seminar = seminar;
        this.regional = regional;
        this.read = read;
        this.forums = forums;
        this.calendar = calendar;
        this.authorities = authorities;
        this.directory = directory;
        this.questions = questions;
    }

    @Override
    public Place place() {
        return Place.HEADLINES;
    }

    @Override
    public void play(Stage stage, StagedYear year) {
        var cycle = calendar.find(RegionCode.NORTH_WEST, year.year()).orElse(null);
        if (cycle == null) {
            return;
        }
        stage.scene(year.day(0), MANAGER, manager -> {
            int place = 0;
            for (var forum : forums.inCycle(manager, cycle.id())) {
                if (forum.state() == ForumState.HELD && forum.date() != null) {
                    tell(stage, year, cycle, forum, forum.date(), place++);
                }
            }
        });
        if (!year.isThisYear()) {
            publishRegional(stage, year, cycle);
        }
    }

    private void tell(Stage stage, StagedYear year, CycleView cycle, ForumSummary forum, LocalDate day, int place) {
        var authority = authorities.get(forum.authority());
        var areas = cycle.scheme().areas();
        var strength = new HeadlineId(Uuid7.next());
        var development = new HeadlineId(Uuid7.next());
        stage.scene(day, MANAGER, manager -> {
            var from = questionOf(manager, forum, authority);
            drafts.draft(
                    manager,
                    forum.id(),
                    strength,
                    typed(
                            HeadlineKind.STRENGTH,
                            areas.get(place % areas.size()).code(),
                            "Example strength: leaders use what practitioners and children tell them to change how"
                                    + " services work",
                            "example theme"),
                    from);
            drafts.draft(
                    manager,
                    forum.id(),
                    development,
                    typed(
                            HeadlineKind.AREA_FOR_DEVELOPMENT,
                            areas.get((place + 1) % areas.size()).code(),
                            "Example area for development: make the difference that audits make visible in every team",
                            "example audits"),
                    from);
        });
        var complete = WorkingDays.after(day, 1);
        var agreed = WorkingDays.after(day, 2);
        var shared = WorkingDays.after(day, 3);
        var opened = WorkingDays.after(day, 4);
        if (!year.isOver(complete) || authority.fictitious() && place % 2 == 1 && year.isThisYear()) {
            return;
        }
        stage.scene(complete, MANAGER, manager -> drafts.complete(manager, forum.id()));
        if (!year.isOver(agreed)) {
            return;
        }
        var director = Stage.email("director", authority);
        if (authority.fictitious()) {
            dispute(stage, year, development, director, agreed);
        }
        stage.scene(agreed, director, viewer -> answer.agree(viewer, strength, version(viewer, strength)));
        if (!authority.fictitious()) {
            stage.scene(agreed, director, viewer -> answer.agree(viewer, development, version(viewer, development)));
        }
        if (!year.isOver(shared)) {
            return;
        }
        share(stage, forum, director, shared, strength);
        var inspector = inspectorOf(authority);
        if (inspector == null || !year.isOver(opened)) {
            return;
        }
        stage.scene(opened, inspector.email(), viewer -> {
            open.open(viewer, authority.gssCode());
            if (authority.name().equals("Bolton") || authority.fictitious()) {
                open.proposeForSeminar(
                        viewer, strength, Uuid7.next(), "Example reason: others could learn how it is done.");
            }
        });
        if (!year.isThisYear() && authority.name().equals("Bolton")) {
            stage.scene(WorkingDays.after(opened, 1), director, viewer -> seminar.consent(viewer, strength));
        }
    }

    /** The question that rests on a published figure. At Bolton's forum one made from Ofsted's key line comes before it. */
    private @Nullable RecordRef questionOf(Viewer manager, ForumSummary forum, LocalAuthority authority) {
        return questions.of(manager, forum.id()).stream()
                .skip(authority.name().equals("Bolton") ? 1 : 0)
                .map(Origin::record)
                .findFirst()
                .orElse(null);
    }

    /** The authority's own words; accepted last year, still lying with the region this year. */
    private void dispute(Stage stage, StagedYear year, HeadlineId id, String director, LocalDate day) {
        stage.scene(
                day,
                director,
                viewer -> answer.dispute(
                        viewer,
                        id,
                        version(viewer, id),
                        Uuid7.next(),
                        "Example of own words: audits make a difference in most teams and shall do so in all"));
        if (!year.isThisYear()) {
            stage.scene(
                    WorkingDays.after(day, 1),
                    MANAGER,
                    manager -> answer.acceptAuthoritysWords(manager, id, version(manager, id)));
        }
    }

    private void share(Stage stage, ForumSummary forum, String director, LocalDate day, HeadlineId... ids) {
        stage.scene(
                day,
                director,
                viewer -> share.share(
                        viewer,
                        forum.id(),
                        new ReceiptId(Uuid7.next()),
                        List.of(ids).stream().map(id -> id.value().toString()).toList(),
                        false));
    }

    private void publishRegional(Stage stage, StagedYear year, CycleView cycle) {
        var day = year.forumsTo().plusDays(21);
        stage.scene(day, MANAGER, manager -> {
            var sources = read
                    .list(
                            manager,
                            new ReadHeadlines.Filter(cycle.year().slug(), null, "STRENGTH", "AGREED", null, null))
                    .rows()
                    .stream()
                    .map(row -> row.id().toString())
                    .toList();
            UUID id = Uuid7.next();
            regional.save(
                    manager,
                    id,
                    null,
                    new RegionalHeadlineForm(
                            id,
                            null,
                            HeadlineKind.STRENGTH,
                            "Example theme: listening",
                            "Example regional headline: leaders across the region use what practitioners and children"
                                    + " say.",
                            sources));
            regional.publish(manager, id, 0);
        });
    }

    private @Nullable Person inspectorOf(LocalAuthority authority) {
        return directory.appointedTo(authority.id().value(), Set.of(AppointmentKind.OFSTED_LINK)).stream()
                .map(appointed -> appointed.person())
                .findFirst()
                .orElse(null);
    }

    private long version(Viewer viewer, HeadlineId id) {
        return read.record(viewer, id).version();
    }

    private static HeadlineForm.Typed typed(HeadlineKind kind, String area, String text, String tag) {
        return new HeadlineForm.Typed(
                kind,
                area,
                text,
                "Example evidence: what the panel heard, and the authority’s own audits.",
                Set.of(tag));
    }
}
