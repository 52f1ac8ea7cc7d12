package uk.slipway.peerchallenge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.Organisations;
import uk.slipway.sharing.Audience;
import uk.slipway.sharing.MaySee;
import uk.slipway.sharing.Shares;
import uk.slipway.threads.Links;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** Ofsted's link for an authority sends a key line of enquiry to the data group; the data group makes a question of it or sets it aside. */
@UseCase
public class SendKeyLine {

    static final String WORDS =
            "The regional team, its data group and Ofsted’s team for the authority see this. The authority does not;"
                    + " it sees the question that the data group may make of it.";

    private final KeyLinesOfEnquiry lines;
    private final ChallengeQuestions questions;
    private final Forums forums;
    private final ForumGate gate;
    private final WriteQuestion writeQuestion;
    private final CycleCalendar calendar;
    private final LocalAuthorities authorities;
    private final Organisations organisations;
    private final Shares shares;
    private final Links links;
    private final JdbcClient jdbc;
    private final MaySee maySee;
    private final Clock clock;

    SendKeyLine(
            KeyLinesOfEnquiry lines,
            ChallengeQuestions questions,
            Forums forums,
            ForumGate gate,
            WriteQuestion writeQuestion,
            CycleCalendar calendar,
            LocalAuthorities authorities,
            Organisations organisations,
            Shares shares,
            Links links,
            JdbcClient jdbc,
            MaySee maySee,
            Clock clock) {
        this.lines = lines;
        this.questions = questions;
        this.forums = forums;
        this.gate = gate;
        this.writeQuestion = writeQuestion;
        this.calendar = calendar;
        this.authorities = authorities;
        this.organisations = organisations;
        this.shares = shares;
        this.links = links;
        this.jdbc = jdbc;
        this.maySee = maySee;
        this.clock = clock;
    }

    /**
     * Sends one. The same id again changes nothing.
     *
     * @throws NotFound when the viewer is not Ofsted's link for the authority, or no year is open there
     * @throws OutOfStep when the authority's forum has been held
     */
    public void send(UUID id, LocalAuthorityId about, @Nullable String area, String text, Viewer viewer) {
        if (!viewer.is(Role.OFSTED_COLLEAGUE)) {
            throw new NotYours();
        }
        if (!isLink(viewer, about)) {
            throw new NotFound();
        }
        if (lines.findById(new KeyLineId(id)).isPresent()) {
            return;
        }
        var region = authorities.find(about).orElseThrow(NotFound::new).region();
        var cycle = calendar.current(region).orElseThrow(() -> new OutOfStep("No year is open in this region."));
        boolean held = forums.of(about, cycle.id()).stream()
                .anyMatch(forum -> forum.state().hasReached(ForumState.HELD));
        if (held) {
            throw new OutOfStep("The forum has been held. Key lines of enquiry are sent before it.");
        }
        var line = lines.save(
                KeyLineOfEnquiry.send(new KeyLineId(id), about, cycle.id(), area, text, viewer, clock.instant()));
        shares.show(
                new KeyLineId(id).asRecord(),
                null,
                Audience.REGION,
                organisations.regionalTeamOf(region).id().value(),
                WORDS,
                viewer);
    }

    /**
     * Makes a question of it, at the end of the forum's questions.
     *
     * @throws OutOfStep when the authority has no forum yet, or its questions are issued
     */
    public void turnIntoQuestion(UUID id, UUID question, @Nullable String area, String text, Viewer viewer) {
        var line = prepared(id, viewer);
        var forum = forums.of(line.about(), line.cycle()).stream()
                .filter(one -> one.state() != ForumState.CANCELLED)
                .findFirst()
                .orElseThrow(() -> new OutOfStep("Schedule the authority’s forum first."));
        if (line.isAnswered()) {
            line.turnInto(new QuestionId(question), viewer.name(), clock.instant());
            return;
        }
        writeQuestion.add(forum.id(), new QuestionId(question), QuestionSource.OFSTED_KLOE, area, text, viewer);
        links.follow(new KeyLineId(id).asRecord(), new QuestionId(question).asRecord(), line.about());
        line.turnInto(new QuestionId(question), viewer.name(), clock.instant());
        lines.save(line);
    }

    /** Sets it aside with a reason that Ofsted's team reads. */
    public void setAside(UUID id, String because, Viewer viewer) {
        var line = prepared(id, viewer);
        line.putAside(because, viewer.name(), clock.instant());
        lines.save(line);
    }

    /**
     * Those the viewer may see of the open year, the newest first. Ofsted's team sees those of its own authorities. A
     * member of the data group does not see those about the authority they work for: it sees the question made of it.
     */
    public List<KeyLine> seenBy(Viewer viewer) {
        return jdbc
                .sql("""
                    select k.id, k.about_authority_id, k.area_code, k.text, k.sent_by_name, k.sent_at, k.question_id,
                           k.set_aside_because, k.answered_by_name, area.name as area
                    from key_line_of_enquiry k join cycle c on c.id = k.cycle_id
                      left join judgement_area area on area.scheme_code = c.scheme_code and area.code = k.area_code
                    where c.state = 'OPEN' and MAYSEE
                      and (not :ofsted or exists (select 1 from appointment a where a.account_id = :viewerAccount
                          and a.kind = 'OFSTED_LINK' and a.subject_id = k.about_authority_id
                          and a.starts_on <= :today and (a.ends_on is null or a.ends_on >= :today)))
                    order by (k.question_id is null and k.set_aside_because is null) desc, k.sent_at desc, k.id limit 500
                    """.replace("MAYSEE", maySee.of("k")))
                .params(maySee.parameters(viewer))
                .param("ofsted", viewer.is(Role.OFSTED_COLLEAGUE))
                .query((row, number) -> line(row))
                .list()
                .stream()
                .filter(line -> !viewer.worksFor(line.about()))
                .toList();
    }

    /** One of them. */
    public KeyLine seenBy(Viewer viewer, UUID id) {
        return seenBy(viewer).stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** The authorities the viewer is Ofsted's link for, by name. */
    public List<LocalAuthority> linked(Viewer viewer) {
        return jdbc
                .sql("""
                    select a.subject_id from appointment a where a.account_id = :viewerAccount
                    and a.kind = 'OFSTED_LINK' and a.starts_on <= :today and (a.ends_on is null or a.ends_on >= :today)
                    """)
                .params(maySee.parameters(viewer))
                .query((row, number) -> new LocalAuthorityId(row.getObject("subject_id", UUID.class)))
                .list()
                .stream()
                .flatMap(one -> authorities.find(one).stream())
                .sorted(Comparator.comparing(LocalAuthority::name))
                .toList();
    }

    private boolean isLink(Viewer viewer, LocalAuthorityId about) {
        return linked(viewer).stream().anyMatch(authority -> authority.id().equals(about));
    }

    private KeyLineOfEnquiry prepared(UUID id, Viewer viewer) {
        boolean visible = jdbc.sql("select exists (select 1 from key_line_of_enquiry k where k.id = :id and "
                        + maySee.of("k") + ")")
                .params(maySee.parameters(viewer))
                .param("id", id)
                .query(Boolean.class)
                .single();
        if (!visible) {
            throw new NotFound();
        }
        var line = lines.findById(new KeyLineId(id)).orElseThrow(NotFound::new);
        if (viewer.worksFor(line.about())) {
            throw new NotFound();
        }
        if (!gate.preparesQuestions(viewer, line.about())) {
            throw new NotYours();
        }
        return line;
    }

    private KeyLine line(ResultSet row) throws SQLException {
        var authority = authorities.get(new LocalAuthorityId(row.getObject("about_authority_id", UUID.class)));
        var aside = row.getString("set_aside_because");
        String outcome = null;
        if (row.getObject("question_id") != null) {
            outcome = "Became a question, by " + row.getString("answered_by_name");
        } else if (aside != null) {
            outcome = "Set aside by " + row.getString("answered_by_name") + ": " + aside;
        }
        return new KeyLine(
                row.getObject("id", UUID.class),
                authority.id(),
                authority.name(),
                authority.gssCode(),
                row.getString("area"),
                row.getString("text"),
                row.getString("sent_by_name"),
                row.getTimestamp("sent_at").toInstant(),
                outcome);
    }
}
