package uk.slipway.region;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which authorities share a boundary on land, as the region keeps it. What Slipway brings with it is to be checked by the
 * region; authorities that meet in an estuary only are not listed.
 */
@Component
public class Adjacency {

    private final JdbcClient jdbc;

    Adjacency(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Two authorities that adjoin.
     *
     * @param starts from when, or null where it has always been so
     * @param ends until when, or null
     * @param note where, or what to know of it, or null
     * @param checkedOn the day somebody of the region last checked it, or null
     * @param checkedBy who did, or null
     */
    public record Pair(
            LocalAuthorityId first,
            LocalAuthorityId second,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends,
            @Nullable String note,
            @Nullable LocalDate checkedOn,
            @Nullable String checkedBy) {

        public boolean holdsOn(LocalDate day) {
            return (starts == null || !day.isBefore(starts)) && (ends == null || !day.isAfter(ends));
        }
    }

    /** The borders of one day: how many lie between two authorities. */
    public static final class Borders {

        private final Map<LocalAuthorityId, Set<LocalAuthorityId>> neighbours;

        private Borders(Map<LocalAuthorityId, Set<LocalAuthorityId>> neighbours) {
            this.neighbours = neighbours;
        }

        public boolean adjoin(LocalAuthorityId one, LocalAuthorityId other) {
            return neighbours.getOrDefault(one, Set.of()).contains(other);
        }

        /** The borders crossed on the shortest way: 0 within one authority, 1 to an adjoining one; empty where no way is known. */
        public OptionalInt between(LocalAuthorityId from, LocalAuthorityId to) {
            var distance = new HashMap<LocalAuthorityId, Integer>();
            var queue = new ArrayDeque<LocalAuthorityId>();
            distance.put(from, 0);
            queue.add(from);
            for (var next = queue.poll(); next != null; next = queue.poll()) {
                int here = distance.getOrDefault(next, 0);
                if (next.equals(to)) {
                    return OptionalInt.of(here);
                }
                for (var neighbour : neighbours.getOrDefault(next, Set.of())) {
                    if (distance.putIfAbsent(neighbour, here + 1) == null) {
                        queue.add(neighbour);
                    }
                }
            }
            return OptionalInt.empty();
        }
    }

    /** All borders of a day. One statement. */
    public Borders on(LocalDate day) {
        var neighbours = new HashMap<LocalAuthorityId, Set<LocalAuthorityId>>();
        for (var pair : all()) {
            if (pair.holdsOn(day)) {
                neighbours.computeIfAbsent(pair.first(), one -> new HashSet<>()).add(pair.second());
                neighbours
                        .computeIfAbsent(pair.second(), one -> new HashSet<>())
                        .add(pair.first());
            }
        }
        return new Borders(neighbours);
    }

    /** Every pair that is or was; one statement. */
    public List<Pair> all() {
        return jdbc.sql("select * from authority_adjacency order by first_id, second_id")
                .query(Adjacency::pair)
                .list();
    }

    /**
     * Writes down that two authorities adjoin, or changes what is written. Marks it as checked.
     *
     * @throws IllegalArgumentException for an authority and itself
     */
    public void keep(
            LocalAuthorityId one,
            LocalAuthorityId other,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends,
            @Nullable String note,
            LocalDate checkedOn,
            String checkedBy) {
        if (one.equals(other)) {
            throw new IllegalArgumentException("An authority does not adjoin itself");
        }
        jdbc.sql("""
            insert into authority_adjacency (first_id, second_id, starts_on, ends_on, note, checked_on, checked_by)
            values (least(cast(:one as uuid), :other), greatest(cast(:one as uuid), :other), :starts, :ends, :note, :on, :by)
            on conflict (first_id, second_id) do update set starts_on = excluded.starts_on, ends_on = excluded.ends_on,
                note = excluded.note, checked_on = excluded.checked_on, checked_by = excluded.checked_by
            """)
                .param("one", one.value())
                .param("other", other.value())
                .param("starts", starts)
                .param("ends", ends)
                .param("note", note)
                .param("on", checkedOn)
                .param("by", checkedBy)
                .update();
    }

    private static Pair pair(ResultSet row, int number) throws SQLException {
        return new Pair(
                new LocalAuthorityId(row.getObject("first_id", UUID.class)),
                new LocalAuthorityId(row.getObject("second_id", UUID.class)),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("note"),
                row.getObject("checked_on", LocalDate.class),
                row.getString("checked_by"));
    }
}
