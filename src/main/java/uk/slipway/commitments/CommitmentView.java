package uk.slipway.commitments;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.slipway.cycles.CycleId;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;

/**
 * A commitment as the other rooms read it.
 *
 * @param madeIn the cycle in which it was made
 * @param madeInYear that cycle's year
 * @param from the headline or next step that it comes from
 * @param areaCode the judgement area it is about, where one was said
 * @param owner who sees to it, where one was said
 * @param due by when, where a date was said
 * @param answers one for each year that has been answered, the oldest first
 */
public record CommitmentView(
        CommitmentId id,
        LocalAuthorityId authority,
        CycleId madeIn,
        AcademicYear madeInYear,
        CommitmentSource source,
        RecordRef from,
        String text,
        @Nullable String areaCode,
        @Nullable String owner,
        @Nullable LocalDate due,
        CommitmentState state,
        List<CommitmentAnswered> answers) {

    public CommitmentView {
        answers = List.copyOf(answers);
    }

    /** The answer given in a cycle. */
    public Optional<CommitmentAnswered> answerIn(CycleId cycle) {
        return answers.stream().filter(answer -> answer.cycle().equals(cycle)).findFirst();
    }

    /** The answer given in a year. */
    public Optional<CommitmentAnswered> answerIn(AcademicYear year) {
        return answers.stream().filter(answer -> answer.year().equals(year)).findFirst();
    }
}
