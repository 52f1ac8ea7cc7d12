package uk.slipway.selfevaluation;

import org.springframework.stereotype.Component;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.Uuid7;

/** Self-evaluations for tests, brought to their state through real transitions. The cycle has to be open. */
@Component
public class SelfEvaluationFixtures {

    private final AccountsFixtures people;
    private final StartSelfEvaluation start;
    private final SaveSection save;
    private final WritePoint write;
    private final SendForReview send;
    private final SignSelfEvaluation sign;
    private final SubmitSelfEvaluation submit;
    private final ShowSelfEvaluation show;

    SelfEvaluationFixtures(
            AccountsFixtures people,
            StartSelfEvaluation start,
            SaveSection save,
            WritePoint write,
            SendForReview send,
            SignSelfEvaluation sign,
            SubmitSelfEvaluation submit,
            ShowSelfEvaluation show) {
        this.people = people;
        this.start = start;
        this.save = save;
        this.write = write;
        this.send = send;
        this.sign = sign;
        this.submit = submit;
        this.show = show;
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
        send.send(id, people.officer(authority));
        return id;
    }

    /** Approved by the Director and signed by the Lead Member. */
    public SelfEvaluationId signedOff(String authority) {
        var id = inReview(authority);
        sign(id, people.director(authority));
        sign(id, people.leadMember(authority));
        return id;
    }

    /** Reads it and signs what was read. */
    void sign(SelfEvaluationId id, Viewer signatory) {
        sign.sign(id, TextRead.of(show.asDocument(id, signatory)), signatory);
    }

    /** Handed over to the region. */
    public SelfEvaluationId submitted(String authority) {
        var id = signedOff(authority);
        submit.submit(id, "The regional team and its data group read it.", people.officer(authority));
        return id;
    }
}
