package uk.slipway.headlines;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.AuditTrail;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.UseCase;
import uk.slipway.kernel.Uuid7;
import uk.slipway.peerchallenge.ForumId;
import uk.slipway.peerchallenge.ForumState;
import uk.slipway.peerchallenge.ForumSummaries;
import uk.slipway.peerchallenge.QuestionsOfForum;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.Audience;
import uk.slipway.sharing.MaySee;
import uk.slipway.sharing.Receipts;
import uk.slipway.sharing.Share;
import uk.slipway.sharing.Shares;
import uk.slipway.threads.Origin;
import uk.slipway.web.NotFound;
import uk.slipway.web.Option;
import uk.slipway.web.TimelineEntry;
import uk.slipway.web.Words;

/** Reads headlines for the authority, the panel and the regional team. Ofsted's reading is {@link OpenSharedHeadlines}. */
@UseCase(readOnly = true)
class ReadHeadlines {

    static final int ON_A_PAGE = 50;

    private static final Words WORDS = new Words();

    private final JdbcClient jdbc;
    private final MaySee maySee;
    private final SeenHeadlines seen;
    private final Headlines headlines;
    private final SeminarProposals proposals;
    private final ForumSummaries forums;
    private final CycleCalendar calendar;
    private final LocalAuthorities authorities;
    private final Shares shares;
    private final Receipts receipts;
    private final AuditTrail trail;
    private final QuestionsOfForum questions;

    ReadHeadlines(
            JdbcClient jdbc,
            MaySee maySee,
            SeenHeadlines seen,
            Headlines headlines,
            SeminarProposals proposals,
            ForumSummaries forums,
            CycleCalendar calendar,
            LocalAuthorities authorities,
            Shares shares,
            Receipts receipts,
            AuditTrail trail,
            QuestionsOfForum questions) {
        this.jdbc = jdbc;
        this.maySee = maySee;
        this.seen = seen;
        this.headlines = headlines;
        this.proposals = proposals;
        this.forums = forums;
        this.calendar = calendar;
        this.authorities = authorities;
        this.shares = shares;
        this.receipts = receipts;
        this.trail = trail;
        this.questions = questions;
    }

    /** What the reader of the list asked for; it stands in the address. What is not understood counts as not asked. */
    record Filter(
            @Nullable String year,
            @Nullable String area,
            @Nullable String kind,
            @Nullable String state,
            @Nullable String tag,
            @Nullable String after) {

        @Nullable
        AcademicYear inYear() {
            return year == null ? null : AcademicYear.fromSlug(year).orElse(null);
        }

        @Nullable
        String kindName() {
            return Arrays.stream(HeadlineKind.values())
                    .map(Enum::name)
                    .filter(name -> name.equals(kind))
                    .findFirst()
                    .orElse(null);
        }

        @Nullable
        String stateName() {
            return Arrays.stream(HeadlineState.values())
                    .map(Enum::name)
                    .filter(name -> name.equals(state))
                    .findFirst()
                    .orElse(null);
        }

        @Nullable
        String tagWord() {
            return tag == null || tag.isBlank() || tag.length() > 40
                    ? null
                    : tag.strip().toLowerCase(Locale.UK);
        }

        @Nullable
        String areaCode() {
            return area == null || area.isBlank() || area.length() > 60 ? null : area;
        }

        public boolean isEmpty() {
            return inYear() == null
                    && kindName() == null
                    && stateName() == null
                    && tagWord() == null
                    && areaCode() == null;
        }

        private @Nullable Integer afterYear() {
            var id = afterId();
            return id == null || after == null ? null : Integer.valueOf(after.substring(0, 4));
        }

        private @Nullable UUID afterId() {
            if (after == null || !after.matches("\\d{4}_[0-9a-f-]{36}")) {
                return null;
            }
            try {
                return UUID.fromString(after.substring(5));
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
    }

    /** One line of the list. */
    record Row(
            UUID id,
            String authority,
            String year,
            HeadlineKind kind,
            @Nullable String area,
            String text,
            HeadlineState state,
            List<String> tags,
            boolean withOfsted,
            String cursor) {

        public String kindInWords() {
            return kind.inWords();
        }

        public String stateInWords() {
            return state.inWords();
        }

        public String stateTag() {
            return state.tag();
        }
    }

    record ListPage(
            String title,
            List<Row> rows,
            Filter filter,
            List<Option> years,
            List<Option> areas,
            List<Option> kinds,
            List<Option> states,
            @Nullable String next,
            boolean manyAuthorities,
            boolean mayDraftRegional,
            List<String> whoCanSee) {}

    /** The list in three statements, whatever its length. */
    ListPage list(Viewer viewer, Filter filter) {
        var rows = jdbc.sql("""
            select h.*,
                   (select string_agg(t.tag, ',' order by t.tag) from headline_tag t where t.headline_id = h.id) as tags,
                   exists (select 1 from share o where o.record_id = h.id and o.audience = 'OFSTED'
                       and o.ended_at is null) as with_ofsted
            from (select h.id, h.authority_id, h.year_starts_in, h.kind, h.area_name, h.text, h.state
            from headline h
            where %s
              and (cast(:year as int) is null or h.year_starts_in = :year)
              and (cast(:kind as text) is null or h.kind = :kind)
              and (cast(:state as text) is null or h.state = :state)
              and (cast(:area as text) is null or h.area_code = :area)
              and (cast(:tag as text) is null or exists (select 1 from headline_tag t
                  where t.headline_id = h.id and t.tag = :tag))
              and (cast(:afterId as uuid) is null or (h.year_starts_in, h.id) < (:afterYear, :afterId))
            order by h.year_starts_in desc, h.id desc limit :limit) h
            order by h.year_starts_in desc, h.id desc
            """.formatted(maySee.of("h")))
                .params(maySee.parameters(viewer))
                .param("year", filter.inYear() == null ? null : filter.inYear().startsIn())
                .param("kind", filter.kindName())
                .param("state", filter.stateName())
                .param("area", filter.areaCode())
                .param("tag", filter.tagWord())
                .param("afterId", filter.afterId())
                .param("afterYear", filter.afterYear() == null ? 0 : filter.afterYear())
                .param("limit", ON_A_PAGE + 1)
                .query(this::row)
                .list();
        record Facet(
                int year, @Nullable String code, @Nullable String name) {}
        var facets = jdbc.sql("select distinct h.year_starts_in, h.area_code, h.area_name from headline h where "
                        + maySee.of("h") + " order by 1 desc, 3")
                .params(maySee.parameters(viewer))
                .query((row, number) -> new Facet(row.getInt(1), row.getString(2), row.getString(3)))
                .list();
        var years = facets.stream()
                .map(facet -> new AcademicYear(facet.year()))
                .distinct()
                .map(year -> Option.of(year.slug(), year.label()))
                .toList();
        var areas = new ArrayList<Option>();
        facets.stream()
                .filter(facet -> facet.code() != null
                        && areas.stream().noneMatch(option -> option.value().equals(facet.code())))
                .forEach(facet -> areas.add(Option.of(String.valueOf(facet.code()), String.valueOf(facet.name()))));
        boolean more = rows.size() > ON_A_PAGE;
        var shown = more ? rows.subList(0, ON_A_PAGE) : rows;
        boolean many = shown.stream().map(Row::authority).distinct().count() > 1 || viewer.isOfTheRegionalTeam();
        return new ListPage(
                title(viewer, many),
                shown,
                filter,
                years,
                areas,
                Arrays.stream(HeadlineKind.values())
                        .map(kind -> Option.of(kind.name(), kind.inWords()))
                        .toList(),
                Arrays.stream(HeadlineState.values())
                        .map(state -> Option.of(state.name(), state.inWords()))
                        .toList(),
                more ? shown.getLast().cursor() : null,
                many,
                viewer.is(Role.REGIONAL_MANAGER),
                List.of(
                        "You see here the headlines of your own authority, of forums on whose panel you are, and, in"
                                + " the regional team and its data group, of the region.",
                        "Ofsted sees only what a Director has shared."));
    }

    private static String title(Viewer viewer, boolean many) {
        if (!viewer.role().worksOnItsAuthoritysRecords()) {
            return "Headlines";
        }
        return "Headlines: " + viewer.organisationName() + (many ? " and the forums you challenge" : "");
    }

    private Row row(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        int year = row.getInt("year_starts_in");
        var tags = row.getString("tags");
        return new Row(
                id,
                name(new LocalAuthorityId(row.getObject("authority_id", UUID.class))),
                new AcademicYear(year).label(),
                HeadlineKind.valueOf(row.getString("kind")),
                row.getString("area_name"),
                row.getString("text"),
                HeadlineState.valueOf(row.getString("state")),
                tags == null ? List.of() : List.of(tags.split(",")),
                row.getBoolean("with_ofsted"),
                year + "_" + id);
    }

    /** A wording or a comment as it is shown. */
    record Said(String side, String who, String when, String text) {}

    /** Where a proposal for a seminar stands. */
    record Proposal(
            String state,
            String by,
            String when,
            @Nullable String note,
            @Nullable String answer) {
        public boolean waits() {
            return "PROPOSED".equals(state);
        }
    }

    /**
     * One headline with everything that the three audiences see of it, and what this viewer can do with it.
     *
     * @param directs whether the viewer is its authority's Director
     * @param captures whether the viewer writes the forum's headlines
     */
    record RecordPage(
            UUID id,
            long version,
            String title,
            String authority,
            String year,
            UUID forumId,
            HeadlineKind kind,
            @Nullable String area,
            String text,
            @Nullable String evidence,
            List<String> tags,
            HeadlineState state,
            @Nullable String droppedBecause,
            @Nullable Said regionsWords,
            @Nullable Said authoritysWords,
            List<Said> wordings,
            List<Said> comments,
            List<TimelineEntry> timeline,
            List<String> whoCanSee,
            @Nullable String whatNext,
            boolean directs,
            boolean captures,
            boolean mayAgree,
            boolean mayComment,
            boolean mayPropose,
            boolean mayAcceptOrDrop,
            @Nullable Proposal proposal,
            boolean mayAnswerProposal,
            List<Option> areas,
            List<UUID> receipts,
            UUID act) {

        public String kindInWords() {
            return kind.inWords();
        }

        public String stateInWords() {
            return state.inWords();
        }

        public String stateTag() {
            return state.tag();
        }

        public List<Option> kinds() {
            return kindOptions();
        }

        public boolean disputed() {
            return state == HeadlineState.DISPUTED;
        }
    }

    RecordPage record(Viewer viewer, HeadlineId id) {
        return record(viewer, seen.require(viewer, id));
    }

    HeadlineForm formOf(Viewer viewer, HeadlineId id) {
        return HeadlineForm.of(seen.require(viewer, id));
    }

    private RecordPage record(Viewer viewer, Headline headline) {
        var content = headline.content();
        var authority = name(headline.authority());
        boolean own = viewer.worksFor(headline.authority());
        boolean director = viewer.directs(headline.authority());
        boolean manager = viewer.is(Role.REGIONAL_MANAGER);
        var forum = forums.find(viewer, headline.forum()).orElse(null);
        boolean agreeing = forum != null && forum.state() == ForumState.HEADLINES_DRAFT;
        var wordings = headline.wordings();
        var state = headline.state();
        boolean open = !state.isSettled();
        boolean captures = seen.mayCapture(viewer, headline.forum());
        boolean mayPropose = open && captures;
        var proposal = own || manager
                ? proposals
                        .findByHeadline(headline.id())
                        .filter(found -> own || found.state() == SeminarProposal.State.CONSENTED)
                        .map(ReadHeadlines::proposal)
                        .orElse(null)
                : null;
        return new RecordPage(
                headline.id().value(),
                headline.version(),
                headline.kind().inWords() + ": " + authority + ", "
                        + headline.year().label(),
                authority,
                headline.year().label(),
                headline.forum().value(),
                headline.kind(),
                content.areaName(),
                headline.text(),
                content.evidence(),
                content.tags().stream().sorted().toList(),
                state,
                headline.droppedBecause(),
                last(wordings, Side.REGION, authority),
                last(wordings, Side.AUTHORITY, authority),
                wordings.stream().map(said -> said(said, authority)).toList(),
                headline.comments().stream().map(said -> said(said, authority)).toList(),
                trail.of(headline.ref()).stream()
                        .map(entry -> new TimelineEntry(
                                WORDS.moment(entry.at()),
                                entry.actingAs() == null ? entry.who() : entry.who() + ", " + entry.actingAs(),
                                entry.who() + " " + entry.what()))
                        .toList(),
                whoCanSee(authority, shares.of(headline.ref())),
                whatNext(state, authority, agreeing),
                director,
                captures,
                director && agreeing && state == HeadlineState.DRAFT,
                own || manager,
                mayPropose,
                open && manager,
                proposal,
                director && proposal != null && proposal.waits(),
                mayPropose
                        ? calendar.find(headline.cycle()).orElseThrow(NotFound::new).scheme().areas().stream()
                                .map(area -> Option.of(area.code(), area.name()))
                                .toList()
                        : List.of(),
                own
                        ? receipts.about(headline.forum().asRecord(), viewer).stream()
                                .filter(receipt -> receipt.items().stream()
                                        .anyMatch(
                                                item -> item.snapshot().record().equals(headline.ref())))
                                .map(receipt -> receipt.id().value())
                                .toList()
                        : List.of(),
                Uuid7.next());
    }

    static List<String> whoCanSee(String authority, List<Share> shares) {
        var sentences = new ArrayList<String>();
        sentences.add(authority + "’s officers and signatories.");
        for (var share : shares) {
            var since = WORDS.shortDate(share.madeAt());
            if (share.endedAt() == null) {
                sentences.add(capitalised(share.audience().inWords()) + ", since " + since + ".");
            } else if (share.audience() == Audience.OFSTED) {
                sentences.add("No longer Ofsted’s team: shared on " + since + " and withdrawn on "
                        + WORDS.shortDate(share.endedAt()) + ".");
            }
        }
        if (shares.stream().noneMatch(share -> share.audience() == Audience.OFSTED)) {
            sentences.add("Not Ofsted, unless the Director shares it once it is agreed.");
        }
        return sentences;
    }

    private static @Nullable String whatNext(HeadlineState state, String authority, boolean agreeing) {
        return switch (state) {
            case DRAFT ->
                agreeing
                        ? authority + "’s Director agrees to these words or proposes others."
                        : "The regional manager asks " + authority + " to agree once the drafts are complete.";
            case DISPUTED -> "The regional manager accepts " + authority + "’s words or proposes again.";
            case AGREED -> "The Director decides whether Ofsted’s team for " + authority + " sees it.";
            case DROPPED -> null;
        };
    }

    private static Proposal proposal(SeminarProposal proposal) {
        var answeredAt = proposal.answeredAt();
        return new Proposal(
                proposal.state().name(),
                proposal.proposedBy(),
                WORDS.shortDate(proposal.proposedAt()),
                proposal.note(),
                answeredAt == null
                        ? null
                        : (proposal.state() == SeminarProposal.State.CONSENTED
                                        ? "%s consented on %s."
                                        : "%s declined on %s: " + proposal.declinedBecause())
                                .formatted(proposal.answeredBy(), WORDS.shortDate(answeredAt)));
    }

    private static @Nullable Said last(List<Statement> statements, Side side, String authority) {
        return statements.reversed().stream()
                .filter(statement -> statement.side() == side)
                .findFirst()
                .map(statement -> said(statement, authority))
                .orElse(null);
    }

    private static Said said(Statement statement, String authority) {
        return new Said(
                statement.side() == Side.REGION ? "The region" : authority,
                statement.byName() + ", " + statement.byActing(),
                WORDS.moment(statement.at()),
                statement.text());
    }

    /**
     * The headlines of one forum: what the authority's Director agrees, and what the room sees on the screen.
     *
     * @param takesNone why no headline can be drafted now, as a sentence without its full stop; null where one can be
     */
    record ForumPage(
            String title,
            String authority,
            String gss,
            String year,
            UUID forumId,
            @Nullable String forumDate,
            List<RecordPage> headlines,
            boolean agreeing,
            @Nullable String takesNone,
            boolean mayCapture,
            boolean mayComplete,
            boolean mayShare,
            int waiting,
            int agreed,
            int disputed,
            List<Option> areas,
            List<Option> kinds,
            List<Option> questions,
            String seenBy,
            List<String> whoCanSee) {

        public boolean takesHeadlines() {
            return takesNone == null;
        }
    }

    ForumPage ofForum(Viewer viewer, ForumId id) {
        if (viewer.is(Role.OFSTED_COLLEAGUE)) {
            throw new NotFound();
        }
        var forum = forums.find(viewer, id).orElseThrow(NotFound::new);
        var authority = authorities.get(forum.authority());
        var cycle = calendar.find(forum.cycle()).orElseThrow(NotFound::new);
        var found = headlines.findByForumOrderByDraftedAt(id).stream()
                .map(headline -> record(viewer, headline))
                .toList();
        boolean mayCapture = seen.mayCapture(viewer, id);
        return new ForumPage(
                "Headlines: " + authority.name() + ", " + cycle.year().label(),
                authority.name(),
                authority.gssCode(),
                cycle.year().label(),
                id.value(),
                forum.date() == null ? null : WORDS.date(forum.date()),
                found,
                forum.state() == ForumState.HEADLINES_DRAFT,
                DraftHeadlines.refusal(forum.state()),
                mayCapture,
                mayCapture && forum.state() == ForumState.HELD && !found.isEmpty(),
                viewer.directs(forum.authority())
                        && found.stream().anyMatch(headline -> headline.state() == HeadlineState.AGREED),
                count(found, HeadlineState.DRAFT),
                count(found, HeadlineState.AGREED),
                count(found, HeadlineState.DISPUTED),
                cycle.scheme().areas().stream()
                        .map(area -> Option.of(area.code(), area.name()))
                        .toList(),
                Arrays.stream(HeadlineKind.values())
                        .map(kind -> Option.of(kind.name(), kind.inWords()))
                        .toList(),
                mayCapture ? Origin.options(questions.of(viewer, id)) : List.of(),
                DraftHeadlines.SEEN_BY.formatted(authority.name()),
                List.of(
                        authority.name() + "’s officers and signatories.",
                        "The forum’s panel.",
                        "The regional team and its data group.",
                        "Ofsted sees only what the Director has shared."));
    }

    static List<Option> kindOptions() {
        return Arrays.stream(HeadlineKind.values())
                .map(kind -> Option.of(kind.name(), kind.inWords()))
                .toList();
    }

    private static int count(List<RecordPage> headlines, HeadlineState state) {
        return (int)
                headlines.stream().filter(headline -> headline.state() == state).count();
    }

    private String name(LocalAuthorityId id) {
        return authorities.get(id).name();
    }

    static String capitalised(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
