package uk.slipway.commitments;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleId;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthorityId;

/** Commitments for tests, made through the ledger as the rooms that own them do. */
@Component
public class CommitmentsFixtures {

    private final CommitmentLedger ledger;
    private final TransactionTemplate transaction;

    CommitmentsFixtures(CommitmentLedger ledger, PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** An area for development of an agreed headline. */
    public CommitmentId made(LocalAuthorityId authority, CycleId cycle, String text) {
        return made(authority, cycle, text, new RecordRef("headline", Uuid7.next()));
    }

    public CommitmentId made(LocalAuthorityId authority, CycleId cycle, String text, RecordRef from) {
        var made = transaction.execute(status -> ledger.make(
                authority,
                cycle,
                CommitmentSource.AREA_FOR_DEVELOPMENT,
                from,
                text,
                "LEADERS",
                "Head of service",
                LocalDate.of(2027, 6, 1)));
        return java.util.Objects.requireNonNull(made);
    }

    public void answered(CommitmentId id, CycleId cycle, CommitmentAnswer answer, String note, Viewer by) {
        transaction.executeWithoutResult(status -> ledger.answer(id, cycle, answer, note, by));
    }
}
