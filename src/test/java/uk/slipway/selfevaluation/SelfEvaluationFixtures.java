package uk.slipway.selfevaluation;

import org.springframework.stereotype.Component;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.kernel.Uuid7;

/** Self-evaluations for tests, brought to their state through real transitions. The cycle has to be open. */
@Component
public class SelfEvaluationFixtures {

    private final AccountsFixtures people;
    private final StartSelfEvaluation start;
    private final SaveSection save;
    private final WritePoint write;
    private final MoveSelfEvaluation move;

    SelfEvaluationFixtures(
            AccountsFixtures people,
            StartSelfEvaluation start,
            SaveSection save,
            WritePoint write,
            MoveSelfEvaluation move) {
        this.people = people;
        this.start = start;
        this.save = save;
        this.write = write;
        this.move = move;
    }

    /** Begun, with nothing written. */
    public SelfEvaluationId draft(String authority) {
        return start.start(people.officer(authority));
    }

    /** With a text in one section. */
    void write(SelfEvaluationId id, String authority, String section, String text) {
        save.save(id, section, new SaveSection.Draft(text, null, false, 0), people.officer(authority));
    }

    /** With a strength or an area for development. */
    void name(SelfEvaluationId id, String authority, String section, Point.Kind kind, String text) {
        write.write(id, section, Uuid7.next(), kind, text, null, people.officer(authority));
    }

    /** Waiting for the Director. */
    public SelfEvaluationId inReview(String authority) {
        var id = draft(authority);
        move.sendForReview(id, people.officer(authority));
        return id;
    }

    /** Approved by the Director and signed by the Lead Member. */
    public SelfEvaluationId signedOff(String authority) {
        var id = inReview(authority);
        move.signOff(id, people.director(authority));
        move.signOff(id, people.leadMember(authority));
        return id;
    }

    /** Handed over to the region. */
    public SelfEvaluationId submitted(String authority) {
        var id = signedOff(authority);
        move.submit(id, "The regional team and its data group read it.", people.officer(authority));
        return id;
    }
}
