package uk.slipway.inspections;

import java.util.List;

/** What a file says: its inspections, and everything there is to know about it. */
record ReadFile(int rows, List<Inspection> inspections, List<Problem> problems) {

    boolean hasErrors() {
        return problems.stream().anyMatch(Problem::error);
    }

    boolean hasWarnings() {
        return problems.stream().anyMatch(problem -> !problem.error());
    }

    int judgements() {
        return inspections.stream()
                .mapToInt(inspection -> inspection.judgements().size())
                .sum();
    }
}
