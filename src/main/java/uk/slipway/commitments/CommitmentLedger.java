package uk.slipway.commitments;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.cycles.CycleId;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.threads.Links;
import uk.slipway.web.NotFound;

/**
 * What authorities said they will do, for the rooms in which it is said and answered. To be called inside a use case, whose
 * transaction it joins; the use case decides whether the viewer may.
 */
@Component
public class CommitmentLedger {

    private final Commitments commitments;
    private final CommitmentRows rows;
    private final CycleCalendar calendar;
    private final VisibleCommitments visible;
    private final Links links;
    private final JdbcClient jdbc;
    private final Clock clock;

    CommitmentLedger(
            Commitments commitments,
            CommitmentRows rows,
            CycleCalendar calendar,
            VisibleCommitments visible,
            Links links,
            JdbcClient jdbc,
            Clock clock) {
        this.commitments = commitments;
        this.rows = rows;
        this.calendar = calendar;
        this.visible = visible;
        this.links = links;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Writes down a commitment. The same headline or next step makes one, however often this is called.
     *
     * @param from what it comes from
     * @param areaCode the judgement area, where one is known
     * @throws NotFound when there is no such cycle
     */
    public CommitmentId make(
            LocalAuthorityId authority,
            CycleId madeIn,
            CommitmentSource source,
            RecordRef from,
            String text,
            @Nullable String areaCode,
            @Nullable String owner,
            @Nullable LocalDate due) {
        var present = commitments.findByFromKindAndFromId(from.kind(), from.id());
        if (present.isPresent()) {
            return present.get().id();
        }
        var year = calendar.find(madeIn).orElseThrow(NotFound::new).year();
        var made = new Commitment(
                new CommitmentId(Uuid7.next()),
                authority,
                madeIn,
                year,
                source,
                from,
                text,
                areaCode,
                owner,
                due,
                clock.instant());
        var id = commitments.saveAndFlush(made).id();
        links.follow(from, new RecordRef(Commitment.KIND, id.value()), authority);
        return id;
    }

    /**
     * What an authority has to answer in a cycle: everything it committed to in an earlier year that was not met before,
     * what it has answered in this cycle already included. The oldest year first. One statement.
     */
    public List<CommitmentView> toAnswerIn(LocalAuthorityId authority, CycleId cycle) {
        return jdbc.sql("select " + CommitmentRows.COLUMNS + """
            from commitment c join cycle asked on asked.id = :cycle
            where c.authority_id = :authority and c.made_in_year < asked.year_starts_in
              and not exists (select 1 from commitment_answer met
                  where met.commitment_id = c.id and met.answer = 'MET'
                    and met.year_starts_in < asked.year_starts_in)
            order by c.made_in_year, c.id
            """)
                .param("cycle", cycle.value())
                .param("authority", authority.value())
                .query(rows::view)
                .list();
    }

    /**
     * Answers a commitment in a cycle, or changes that cycle's answer.
     *
     * @param note may be empty
     * @throws NotFound when it is not the viewer's authority's, or there is no such cycle
     */
    public void answer(CommitmentId id, CycleId cycle, CommitmentAnswer answer, String note, Viewer by) {
        var commitment = commitments
                .findById(id)
                .filter(found -> by.worksFor(found.authority()))
                .orElseThrow(NotFound::new);
        var year = calendar.find(cycle).orElseThrow(NotFound::new).year();
        commitment.answer(cycle, year, answer, note, by.name(), clock.instant());
        commitments.saveAndFlush(commitment);
    }

    /**
     * An authority's commitments that the viewer may see, the newest year first. Its own people see all of each; the
     * regional team sees those whose headline it sees, without state and answers, which the authority may be drafting. One
     * statement.
     */
    public List<CommitmentView> trackOf(Viewer viewer, LocalAuthorityId authority) {
        return jdbc
                .sql("select " + CommitmentRows.COLUMNS + " from commitment c " + visible.from()
                        + " where c.authority_id = :authority and " + visible.where()
                        + " order by c.made_in_year desc, c.id desc")
                .param("authority", authority.value())
                .params(visible.parameters(viewer))
                .query(rows::view)
                .list()
                .stream()
                .map(commitment -> VisibleCommitments.asSeenBy(viewer, commitment))
                .toList();
    }
}
