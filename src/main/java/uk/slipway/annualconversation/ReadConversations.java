package uk.slipway.annualconversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.AuditTrail;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.kernel.Uuid7;
import uk.slipway.peerchallenge.ForumSummaries;
import uk.slipway.peerchallenge.ForumSummary;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.Audience;
import uk.slipway.sharing.MaySee;
import uk.slipway.sharing.Receipts;
import uk.slipway.sharing.Shown;
import uk.slipway.sharing.Snapshot;
import uk.slipway.threads.Origin;
import uk.slipway.web.NotYours;
import uk.slipway.web.Option;
import uk.slipway.web.TimelineEntry;
import uk.slipway.web.Words;

/** Reads conversations: whole for the two sides, the date and whether it was held for the regional team. */
@UseCase(readOnly = true)
class ReadConversations {

    static final int ON_A_PAGE = 100;

    private static final Words WORDS = new Words();

    private final JdbcClient jdbc;
    private final MaySee maySee;
    private final SeenConversations seen;
    private final NextSteps steps;
    private final ForumSummaries forums;
    private final LocalAuthorities authorities;
    private final Receipts receipts;
    private final AuditTrail trail;
    private final Clock clock;

    ReadConversations(
            JdbcClient jdbc,
            MaySee maySee,
            SeenConversations seen,
            NextSteps steps,
            ForumSummaries forums,
            LocalAuthorities authorities,
            Receipts receipts,
            AuditTrail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.maySee = maySee;
        this.seen = seen;
        this.steps = steps;
        this.forums = forums;
        this.authorities = authorities;
        this.receipts = receipts;
        this.trail = trail;
        this.clock = clock;
    }

    record ListPage(
            List<Row> rows,
            boolean mayPlan,
            boolean datesOnly,
            @Nullable String next) {
        record Row(
                UUID id,
                String authority,
                String year,
                String remit,
                String date,
                ConversationState state,
                String cursor) {
            public String stateInWords() {
                return state.inWords();
            }

            public String stateTag() {
                return state.tag();
            }
        }
    }

    /** The conversations that the viewer may know of, the latest first, in one statement. */
    ListPage list(Viewer viewer, @Nullable String after) {
        LocalDate afterDate = null;
        UUID afterId = null;
        if (after != null && after.matches("\\d{4}-\\d{2}-\\d{2}_[0-9a-f-]{36}")) {
            try {
                afterDate = LocalDate.parse(after.substring(0, 10));
                afterId = UUID.fromString(after.substring(11));
            } catch (java.time.format.DateTimeParseException | IllegalArgumentException e) {
                afterDate = null;
                afterId = null;
            }
        }
        var rows = jdbc.sql("""
            select c.id, c.authority_id, c.year_starts_in, c.remit, c.date, c.state from annual_conversation c
            where %s and (cast(:afterId as uuid) is null or (c.date, c.id) < (cast(:afterDate as date), :afterId))
            order by c.date desc, c.id desc limit :limit
            """.formatted(maySee.of("c")))
                .params(maySee.parameters(viewer))
                .param("afterId", afterId)
                .param("afterDate", afterDate)
                .param("limit", ON_A_PAGE + 1)
                .query(this::row)
                .list();
        boolean more = rows.size() > ON_A_PAGE;
        var shown = more ? rows.subList(0, ON_A_PAGE) : rows;
        return new ListPage(
                shown,
                viewer.role().worksOnItsAuthoritysRecords() || viewer.is(Role.OFSTED_COLLEAGUE),
                viewer.isOfTheRegionalTeam(),
                more ? shown.getLast().cursor() : null);
    }

    private ListPage.Row row(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var date = row.getObject("date", LocalDate.class);
        return new ListPage.Row(
                id,
                authorities
                        .get(new LocalAuthorityId(row.getObject("authority_id", UUID.class)))
                        .label(),
                new AcademicYear(row.getInt("year_starts_in")).label(),
                Remit.valueOf(row.getString("remit")).inWords(),
                WORDS.date(date),
                ConversationState.valueOf(row.getString("state")),
                date + "_" + id);
    }

    record Step(
            UUID id,
            long version,
            String text,
            String owner,
            @Nullable String due,
            String state,
            String proposed,
            @Nullable String director,
            @Nullable String ofsted,
            @Nullable String dropped,
            boolean mayAgree,
            boolean mayChange) {
        public boolean open() {
            return "PROPOSED".equals(state);
        }

        public boolean agreed() {
            return "AGREED".equals(state);
        }
    }

    /**
     * @param whole true for the two sides; the regional team gets the date, the state, and what the Director shared
     */
    record RecordPage(
            UUID id,
            long version,
            String title,
            String authority,
            String year,
            String remit,
            String date,
            @Nullable String time,
            @Nullable String place,
            @Nullable String attendees,
            ConversationState state,
            @Nullable String reason,
            @Nullable String warning,
            boolean whole,
            boolean ofTheAuthority,
            List<AgendaItem> agenda,
            List<Option> origins,
            List<Step> steps,
            List<TimelineEntry> timeline,
            List<Snapshot> shownToTheRegion,
            List<UUID> receipts,
            boolean mayArrange,
            boolean mayPropose,
            boolean mayHold,
            boolean mayClose,
            boolean mayShare,
            int open,
            List<String> whoCanSee,
            UUID act) {
        public String stateInWords() {
            return state.inWords();
        }

        public String stateTag() {
            return state.tag();
        }
    }

    RecordPage record(Viewer viewer, ConversationId id) {
        var conversation = seen.require(viewer, id);
        var authority = authorities.get(conversation.authority());
        var arrangements = conversation.arrangements();
        var party = SeenConversations.partyOf(viewer, conversation).orElse(null);
        boolean whole = party != null;
        boolean director = viewer.directs(conversation.authority());
        var state = conversation.state();
        var follows = whole
                ? steps.findByConversationOrderByProposedAt(id).stream()
                        .map(step -> step(step, viewer, director, party))
                        .toList()
                : List.<Step>of();
        boolean live = state != ConversationState.CLOSED && state != ConversationState.CANCELLED;
        boolean signs = director || party == Party.OFSTED;
        return new RecordPage(
                id.value(),
                conversation.version(),
                "Annual conversation: " + authority.name() + ", "
                        + conversation.year().label(),
                authority.name(),
                conversation.year().label(),
                conversation.remit().inWords(),
                WORDS.date(arrangements.date()),
                whole && arrangements.startsAt() != null ? WORDS.time(arrangements.startsAt()) : null,
                whole ? arrangements.place() : null,
                whole ? arrangements.attendees() : null,
                state,
                whole ? conversation.reason() : null,
                whole && state.isAhead() ? warning(viewer, conversation) : null,
                whole,
                party == Party.AUTHORITY,
                whole ? conversation.agenda() : List.of(),
                whole
                        ? Origin.options(conversation.agenda().stream()
                                .map(item -> Origin.of(item.ref(), "Agenda", item.text()))
                                .toList())
                        : List.of(),
                follows,
                whole
                        ? trail.of(conversation.ref()).stream()
                                .map(entry -> new TimelineEntry(
                                        WORDS.moment(entry.at()),
                                        entry.actingAs() == null ? entry.who() : entry.who() + ", " + entry.actingAs(),
                                        entry.who() + " " + entry.what()))
                                .toList()
                        : List.of(),
                whole
                        ? List.of()
                        : receipts.shownTo(viewer, Audience.REGION, "next-step", conversation.authority()).stream()
                                .filter(shown -> shown.about().equals(conversation.ref()))
                                .map(Shown::snapshot)
                                .toList(),
                party == Party.AUTHORITY
                        ? receipts.about(conversation.ref(), viewer).stream()
                                .map(receipt -> receipt.id().value())
                                .toList()
                        : List.of(),
                whole && state.isAhead(),
                whole && live,
                whole && state.isAhead() && !arrangements.date().isAfter(LondonTime.today(clock)),
                signs && state == ConversationState.HELD && follows.stream().noneMatch(Step::open),
                director && follows.stream().anyMatch(Step::agreed),
                (int) follows.stream().filter(Step::open).count(),
                whoCanSee(authority.name(), whole),
                Uuid7.next());
    }

    /** The form of the arrangements as they are. */
    ConversationForm formOf(Viewer viewer, ConversationId id) {
        var conversation = seen.requireParty(viewer, id);
        if (!conversation.state().isAhead()) {
            throw new NotYours();
        }
        return ConversationForm.of(
                conversation, authorities.get(conversation.authority()).gssCode());
    }

    private @Nullable String warning(Viewer viewer, AnnualConversation conversation) {
        return forums.of(viewer, conversation.authority(), conversation.cycle())
                .map(ForumSummary::date)
                .filter(forum -> !conversation.arrangements().date().isAfter(forum))
                .map(forum -> "The date is not after the forum, which is on " + WORDS.date(forum) + ".")
                .orElse(null);
    }

    private static Step step(NextStep step, Viewer viewer, boolean director, @Nullable Party party) {
        var content = step.content();
        boolean open = step.state() == NextStep.State.PROPOSED;
        return new Step(
                step.id().value(),
                step.version(),
                content.text(),
                content.owner(),
                content.due() == null ? null : WORDS.date(content.due()),
                step.state().name(),
                "Proposed by " + step.proposedBy(),
                step.directorAgreedBy() == null
                        ? null
                        : "Agreed by " + step.directorAgreedBy() + ", Director, on "
                                + WORDS.shortDate(step.directorAgreedAt()),
                step.ofstedAgreedBy() == null
                        ? null
                        : "Agreed by " + step.ofstedAgreedBy() + ", Ofsted, on "
                                + WORDS.shortDate(step.ofstedAgreedAt()),
                step.droppedBecause(),
                open
                        && (director
                                ? step.directorAgreedAt() == null
                                : party == Party.OFSTED && step.ofstedAgreedAt() == null),
                open);
    }

    private static List<String> whoCanSee(String authority, boolean whole) {
        return whole
                ? List.of(
                        authority + "’s officers and signatories, and Ofsted’s team for " + authority + ".",
                        "The regional team sees the date and whether it was held, and more only if the Director shares"
                                + " it.",
                        "Private notes are seen by the side that wrote them alone.",
                        "The forum’s panel does not see this page.")
                : List.of(
                        "You see the date and whether the conversation was held, and what the Director has shared with"
                                + " the regional team.",
                        authority + " and Ofsted’s team for it see the rest.");
    }
}
