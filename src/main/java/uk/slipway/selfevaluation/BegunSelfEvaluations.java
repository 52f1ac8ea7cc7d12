package uk.slipway.selfevaluation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.cycles.CycleId;
import uk.slipway.cycles.StartedSelfEvaluations;

/** Tells the room of the cycles whether an authority has begun to write, so that a template in use stays as it is. */
@Component
class BegunSelfEvaluations implements StartedSelfEvaluations {

    private final JdbcClient jdbc;

    BegunSelfEvaluations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean anyIn(CycleId cycle) {
        return jdbc.sql("select exists (select 1 from self_evaluation where cycle_id = :cycle)")
                .param("cycle", cycle.value())
                .query(Boolean.class)
                .single();
    }
}
