package uk.slipway.datasets;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.kernel.UseCase;
import uk.slipway.web.NotFound;

/** What a published release changed, beside the one before it. Both are public. */
@UseCase(readOnly = true)
class ShowChanges {

    /**
     * What changed.
     *
     * @param before the label of the release before, or null for the first
     * @param restated how many figures were restated, of which {@code restatements} shows the first
     */
    record Changes(
            int number, @Nullable String before, List<Change> changes, long restated, List<Restatement> restatements) {

        /** What came and went, a line for each kind; without the figures that were restated. */
        List<Line> lines() {
            var lines = new ArrayList<Line>();
            for (var kind : ChangeKind.values()) {
                var labels = changes.stream()
                        .filter(change -> change.kind() == kind)
                        .map(change ->
                                kind == ChangeKind.RESTATED ? change.label() + ": " + change.times() : change.label())
                        .toList();
                if (!labels.isEmpty()) {
                    lines.add(new Line(
                            kind.inWords(),
                            labels.subList(0, Math.min(labels.size(), MOST_IN_A_LINE)),
                            Math.max(0, labels.size() - MOST_IN_A_LINE)));
                }
            }
            return lines;
        }
    }

    /** @param more how many are not named */
    record Line(String words, List<String> labels, int more) {}

    /** @param times how many figures, where it is about restated ones; else 1 */
    record Change(ChangeKind kind, String label, long times) {}

    /** A figure that says something else than before: each side a value or a symbol. */
    record Restatement(
            String figure,
            List<String> items,
            int period,
            String code,
            String place,
            @Nullable BigDecimal valueBefore,
            @Nullable String symbolBefore,
            @Nullable BigDecimal valueAfter,
            @Nullable String symbolAfter) {

        /** What stood there, as published. */
        public String before() {
            return words(valueBefore, symbolBefore);
        }

        /** What stands there now, as published. */
        public String after() {
            return words(valueAfter, symbolAfter);
        }

        private static String words(@Nullable BigDecimal value, @Nullable String symbol) {
            return value == null ? String.valueOf(symbol) : value.toPlainString();
        }
    }

    private static final int MOST_IN_A_LINE = 30;

    private final JdbcClient jdbc;

    ShowChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param most how many restated figures to show
     * @throws NotFound where there is no such release
     */
    Changes of(String slug, int number, int most) {
        record Head(int key, @Nullable String before) {}
        var head = jdbc.sql("""
            select r.key, (select b.label from dataset_release b where b.dataset_id = d.id and b.state = 'PUBLISHED'
                and b.number < r.number order by b.number desc limit 1) as before
            from dataset d join dataset_release r on r.dataset_id = d.id and r.state = 'PUBLISHED' and r.number = :number
            where d.slug = :slug
            """)
                .param("slug", slug)
                .param("number", number)
                .query((row, index) -> new Head(row.getInt("key"), row.getString("before")))
                .optional()
                .orElseThrow(NotFound::new);
        var changes = jdbc.sql(
                        "select kind, label, times from dataset_change where release_key = :key order by position")
                .param("key", head.key())
                .query((row, index) -> new Change(
                        ChangeKind.valueOf(row.getString("kind")), row.getString("label"), row.getLong("times")))
                .list();
        var restatements = jdbc.sql("""
            select figure, items, period, place_code, place_name, value_before, symbol_before, value_after, symbol_after
            from dataset_restatement where release_key = :key order by position limit :most
            """)
                .param("key", head.key())
                .param("most", most)
                .query((row, index) -> new Restatement(
                        row.getString("figure"),
                        items(row),
                        row.getInt("period"),
                        row.getString("place_code"),
                        row.getString("place_name"),
                        row.getBigDecimal("value_before"),
                        row.getString("symbol_before"),
                        row.getBigDecimal("value_after"),
                        row.getString("symbol_after")))
                .list();
        return new Changes(
                number,
                head.before(),
                changes,
                changes.stream()
                        .filter(change -> change.kind() == ChangeKind.RESTATED)
                        .mapToLong(Change::times)
                        .sum(),
                restatements);
    }

    private static List<String> items(ResultSet row) throws SQLException {
        Array items = row.getArray("items");
        return List.of((String[]) items.getArray());
    }
}
