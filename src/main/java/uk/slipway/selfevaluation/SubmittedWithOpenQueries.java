package uk.slipway.selfevaluation;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import uk.slipway.audit.Recordable;
import uk.slipway.cycles.CycleId;
import uk.slipway.datapacks.OpenQueries;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;

/** A self-evaluation was submitted while figures of its year's data pack were queried and not settled. */
public record SubmittedWithOpenQueries(
        SelfEvaluationId id, LocalAuthorityId authority, CycleId cycle, List<OpenQueries.OpenQuery> queries, Instant at)
        implements Recordable {

    public SubmittedWithOpenQueries {
        queries = List.copyOf(queries);
    }

    @Override
    public RecordRef record() {
        return id.asRecord();
    }

    @Override
    public String inWords() {
        return "submitted it with "
                + (queries.size() == 1 ? "1 open query" : queries.size() + " open queries")
                + " on the data pack: "
                + queries.stream().map(OpenQueries.OpenQuery::name).collect(Collectors.joining(", "));
    }
}
