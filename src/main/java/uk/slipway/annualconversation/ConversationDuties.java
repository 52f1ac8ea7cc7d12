package uk.slipway.annualconversation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.Duties;
import uk.slipway.cycles.Duty;
import uk.slipway.kernel.LondonTime;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.MaySee;
import uk.slipway.web.Words;

/** What the two sides owe about their conversation: the meeting itself, its record, the next steps. */
@Component
class ConversationDuties implements Duties {

    private static final Words WORDS = new Words();

    private final JdbcClient jdbc;
    private final MaySee maySee;
    private final LocalAuthorities authorities;
    private final Clock clock;

    ConversationDuties(JdbcClient jdbc, MaySee maySee, LocalAuthorities authorities, Clock clock) {
        this.jdbc = jdbc;
        this.maySee = maySee;
        this.authorities = authorities;
        this.clock = clock;
    }

    @Override
    public List<Duty> owedBy(Viewer viewer) {
        record Live(UUID id, LocalAuthorityId authority, LocalDate date, ConversationState state, int toAgree) {}
        boolean ofsted = viewer.is(Role.OFSTED_COLLEAGUE);
        if (!ofsted && !viewer.is(Role.DIRECTOR)) {
            return List.of();
        }
        var duties = new ArrayList<Duty>();
        jdbc.sql("""
            select c.id, c.authority_id, c.date, c.state,
                   (select count(*) from next_step s where s.conversation_id = c.id and s.state = 'PROPOSED'
                       and %s is null) as to_agree
            from annual_conversation c where c.state in ('PLANNED', 'POSTPONED', 'HELD') and %s order by c.date
            """.formatted(ofsted ? "s.ofsted_agreed_at" : "s.director_agreed_at", maySee.of("c")))
                .params(maySee.parameters(viewer))
                .query((row, number) -> new Live(
                        row.getObject("id", UUID.class),
                        new LocalAuthorityId(row.getObject("authority_id", UUID.class)),
                        row.getObject("date", LocalDate.class),
                        ConversationState.valueOf(row.getString("state")),
                        row.getInt("to_agree")))
                .list()
                .forEach(live -> {
                    var page = "/conversations/" + live.id();
                    var with = ofsted
                            ? " with " + authorities.get(live.authority()).name()
                            : "";
                    if (live.toAgree() > 0) {
                        duties.add(new Duty(
                                "Agree " + WORDS.count(live.toAgree(), "next step", "next steps")
                                        + " of the annual conversation" + with,
                                page,
                                null,
                                Duty.Kind.OWED));
                    }
                    if (live.state() == ConversationState.PLANNED) {
                        boolean passed = live.date().isBefore(LondonTime.today(clock));
                        duties.add(new Duty(
                                (passed
                                                ? "Record whether the annual conversation was held"
                                                : "Hold the annual conversation")
                                        + with,
                                page,
                                live.date(),
                                passed ? Duty.Kind.OWED : Duty.Kind.WAITING));
                    } else if (live.state() == ConversationState.POSTPONED) {
                        duties.add(new Duty(
                                "Give the postponed annual conversation a new date" + with,
                                page,
                                null,
                                Duty.Kind.OWED));
                    } else if (live.state() == ConversationState.HELD && live.toAgree() == 0) {
                        duties.add(new Duty(
                                "Close the annual conversation" + with + " when its next steps are agreed",
                                page,
                                null,
                                Duty.Kind.WAITING));
                    }
                });
        return duties;
    }
}
