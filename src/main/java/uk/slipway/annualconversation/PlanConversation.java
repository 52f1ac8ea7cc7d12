package uk.slipway.annualconversation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.AppointmentKind;
import uk.slipway.accounts.Directory;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.cycles.CycleView;
import uk.slipway.headlines.SharedHeadlines;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.UseCase;
import uk.slipway.peerchallenge.ForumSummaries;
import uk.slipway.peerchallenge.ForumSummary;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.Organisations;
import uk.slipway.sharing.Audience;
import uk.slipway.sharing.Shares;
import uk.slipway.threads.Links;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;
import uk.slipway.web.Option;
import uk.slipway.web.Words;

/** One of the two sides plans the conversation, moves it, postpones it or calls it off. */
@UseCase
class PlanConversation {

    static final String SEEN_BY =
            "Seen by the authority’s officers and signatories and by Ofsted’s team for it. The regional"
                    + " team sees the date and whether it was held, and nothing else.";

    private static final Words WORDS = new Words();

    private final AnnualConversations conversations;
    private final SeenConversations seen;
    private final SharedHeadlines sharedHeadlines;
    private final ForumSummaries forums;
    private final CycleCalendar calendar;
    private final LocalAuthorities authorities;
    private final Organisations organisations;
    private final Directory directory;
    private final Shares shares;
    private final Links links;
    private final JdbcClient jdbc;
    private final Clock clock;

    PlanConversation(
            AnnualConversations conversations,
            SeenConversations seen,
            SharedHeadlines sharedHeadlines,
            ForumSummaries forums,
            CycleCalendar calendar,
            LocalAuthorities authorities,
            Organisations organisations,
            Directory directory,
            Shares shares,
            Links links,
            JdbcClient jdbc,
            Clock clock) {
        this.conversations = conversations;
        this.seen = seen;
        this.sharedHeadlines = sharedHeadlines;
        this.forums = forums;
        this.calendar = calendar;
        this.authorities = authorities;
        this.organisations = organisations;
        this.directory = directory;
        this.shares = shares;
        this.links = links;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record NewPage(
            String title,
            List<Option> authorities,
            List<Option> remits,
            @Nullable String forum,
            List<String> agenda) {}

    /** What the form for a new one offers. */
    NewPage begin(Viewer viewer) {
        var own = authoritiesOf(viewer);
        String forum = null;
        List<String> agenda = List.of();
        if (own.size() == 1) {
            var authority = own.getFirst();
            var cycle = calendar.current(authority.region()).orElse(null);
            if (cycle != null) {
                forum = forums.of(viewer, authority.id(), cycle.id())
                        .map(ForumSummary::date)
                        .map(WORDS::date)
                        .orElse(null);
                agenda = sharedHeadlines.withOfsted(viewer, authority.id(), cycle.id()).stream()
                        .map(headline -> headline.text())
                        .toList();
            }
        }
        return new NewPage(
                own.size() == 1
                        ? "Plan the annual conversation: " + own.getFirst().name()
                        : "Plan an annual conversation",
                own.stream()
                        .map(authority -> Option.of(authority.gssCode(), authority.label()))
                        .toList(),
                java.util.Arrays.stream(Remit.values())
                        .map(remit -> Option.of(remit.name(), remit.inWords()))
                        .toList(),
                forum,
                agenda);
    }

    /**
     * Plans it; the same id a second time changes nothing.
     *
     * @return a warning where the date is not after the forum, or null
     * @throws NotFound for an authority that is not the viewer's
     * @throws OneIsPlanned when the authority has one of this remit in the year
     */
    @Nullable
    String plan(Viewer viewer, ConversationId id, String code, Remit remit, Arrangements arrangements) {
        var authority = authorities
                .byCode(code)
                .filter(found ->
                        authoritiesOf(viewer).stream().anyMatch(own -> own.id().equals(found.id())))
                .orElseThrow(NotFound::new);
        var existing = conversations.findById(id);
        if (existing.isPresent()) {
            if (!existing.get().authority().equals(authority.id())) {
                throw new NotFound();
            }
            return null;
        }
        var cycle = calendar.current(authority.region()).orElseThrow(NotFound::new);
        requireNone(authority.id(), cycle, remit);
        var conversation = conversations.save(AnnualConversation.plan(
                id,
                authority.id(),
                cycle.id(),
                cycle.year(),
                remit,
                arrangements,
                agenda(viewer, authority.id(), cycle),
                clock.instant()));
        shares.show(
                conversation.ref(),
                authority.id(),
                Audience.OFSTED,
                organisations.ofsted().id().value(),
                SEEN_BY,
                viewer);
        shares.show(
                conversation.ref(),
                authority.id(),
                Audience.REGION,
                organisations.regionalTeamOf(authority.region()).id().value(),
                SEEN_BY,
                viewer);
        linkAgenda(conversation);
        return warning(viewer, conversation);
    }

    /** Changes when, where and with whom. */
    @Nullable
    String arrange(Viewer viewer, ConversationId id, long version, Arrangements arrangements) {
        var conversation = ahead(viewer, id, version);
        conversation.arrange(arrangements, clock.instant());
        conversations.save(conversation);
        return warning(viewer, conversation);
    }

    /** Makes the agenda anew from what is shared now, and from what the two add, one item on a line. */
    void makeAgenda(Viewer viewer, ConversationId id, long version, List<String> added) {
        var conversation = ahead(viewer, id, version);
        var cycle = calendar.find(conversation.cycle()).orElseThrow(NotFound::new);
        var items = new ArrayList<>(agenda(viewer, conversation.authority(), cycle));
        added.forEach(text -> items.add(AgendaItem.added(text)));
        conversation.makeAgenda(items, clock.instant());
        conversations.save(conversation);
        linkAgenda(conversation);
    }

    /** What was made from a headline is linked to it. */
    private void linkAgenda(AnnualConversation conversation) {
        for (var item : conversation.agenda()) {
            var headline = item.headlineId();
            if (headline != null) {
                links.follow(new RecordRef("headline", headline), item.ref(), conversation.authority());
            }
        }
    }

    void postpone(Viewer viewer, ConversationId id, String because) {
        var conversation = seen.requireParty(viewer, id);
        if (conversation.state() == ConversationState.POSTPONED) {
            return;
        }
        requireAhead(conversation);
        conversation.postpone(because, clock.instant());
        conversations.save(conversation);
    }

    void cancel(Viewer viewer, ConversationId id, String because) {
        var conversation = seen.requireParty(viewer, id);
        if (conversation.state() == ConversationState.CANCELLED) {
            return;
        }
        requireAhead(conversation);
        conversation.cancel(because, clock.instant());
        conversations.save(conversation);
    }

    private AnnualConversation ahead(Viewer viewer, ConversationId id, long version) {
        var conversation = seen.requireParty(viewer, id, version);
        requireAhead(conversation);
        return conversation;
    }

    private static void requireAhead(AnnualConversation conversation) {
        if (!conversation.state().isAhead()) {
            throw new EditConflict();
        }
    }

    private @Nullable String warning(Viewer viewer, AnnualConversation conversation) {
        return forums.of(viewer, conversation.authority(), conversation.cycle())
                .map(ForumSummary::date)
                .filter(forum -> !conversation.arrangements().date().isAfter(forum))
                .map(forum -> "The date is not after the forum, which is on " + WORDS.date(forum)
                        + ". The conversation builds on the forum’s headlines.")
                .orElse(null);
    }

    private List<AgendaItem> agenda(Viewer viewer, LocalAuthorityId authority, CycleView cycle) {
        return sharedHeadlines.withOfsted(viewer, authority, cycle.id()).stream()
                .map(AgendaItem::from)
                .toList();
    }

    private void requireNone(LocalAuthorityId authority, CycleView cycle, Remit remit) {
        boolean planned = jdbc.sql("""
            select exists (select 1 from annual_conversation where authority_id = :authority and cycle_id = :cycle
                and remit = :remit and state <> 'CANCELLED')
            """)
                .param("authority", authority.value())
                .param("cycle", cycle.id().value())
                .param("remit", remit.name())
                .query(Boolean.class)
                .single();
        if (planned) {
            throw new OneIsPlanned();
        }
    }

    private List<LocalAuthority> authoritiesOf(Viewer viewer) {
        var own = viewer.authority();
        if (own != null && viewer.worksFor(own)) {
            return List.of(authorities.get(own));
        }
        if (!viewer.is(Role.OFSTED_COLLEAGUE)) {
            throw new NotYours();
        }
        return authorities
                .named(directory.appointmentsOf(viewer.account(), Set.of(AppointmentKind.OFSTED_LINK)).stream()
                        .map(appointed -> new LocalAuthorityId(appointed.subject()))
                        .toList())
                .values()
                .stream()
                .sorted(Comparator.comparing(LocalAuthority::name))
                .toList();
    }

    /** The authority has a conversation of this remit in the year. */
    static class OneIsPlanned extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
