package uk.slipway.inspections;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.slipway.web.Crumb;

/**
 * Sending a file of inspections, or the report on one.
 *
 * @param accept where its warnings are accepted, or null where nothing waits
 */
record ImportPage(
        String title,
        String finding,
        List<Problem> problems,
        @Nullable String accept,
        @Nullable String sent,
        List<SentLine> files,
        List<Crumb> crumbs,
        List<String> whoCanSee) {

    /** As many rows of a report as a page can hold. */
    static final int MOST_SHOWN = 2_000;

    /** A file sent before. */
    record SentLine(String name, String href, String state, String sent) {}

    /** Problems that look the same, as one line. */
    record Group(boolean error, String column, String what, String todo, int first, int times) {}

    public boolean hasReport() {
        return !problems.isEmpty();
    }

    public long errors() {
        return problems.stream().filter(Problem::error).count();
    }

    public long warnings() {
        return problems.size() - errors();
    }

    /** Errors first, then what there is most of. */
    public List<Group> groups() {
        return problems.stream()
                .collect(Collectors.groupingBy(
                        problem -> List.of(problem.error(), problem.column(), problem.what()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(same -> new Group(
                        same.getFirst().error(),
                        same.getFirst().column(),
                        same.getFirst().what(),
                        same.getFirst().todo(),
                        same.getFirst().row(),
                        same.size()))
                .sorted(Comparator.comparing((Group group) -> !group.error())
                        .thenComparing(Group::times, Comparator.reverseOrder()))
                .toList();
    }

    public List<Problem> shown() {
        return problems.subList(0, Math.min(MOST_SHOWN, problems.size()));
    }
}
