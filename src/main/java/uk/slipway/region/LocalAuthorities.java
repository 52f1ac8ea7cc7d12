package uk.slipway.region;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * All local authorities of England since 2009, for reading. They are read from the database once, on first use, and kept
 * in memory: reference data changes only when a new version of Slipway brings new files, so that no page needs a
 * statement to name an authority.
 */
@Component
public class LocalAuthorities {

    /** Names in the order of the alphabet; made-up authorities after the real ones. */
    private static final Comparator<LocalAuthority> BY_NAME = comparing(LocalAuthority::fictitious)
            .thenComparing(authority -> authority.name().toLowerCase(Locale.UK))
            .thenComparing(LocalAuthority::gssCode);

    private final JdbcClient database;
    private final AtomicInteger generation = new AtomicInteger();
    private volatile @Nullable Known known;

    LocalAuthorities(JdbcClient database) {
        this.database = database;
    }

    /** The authority with this id, also one that has ended. */
    public Optional<LocalAuthority> find(LocalAuthorityId id) {
        return Optional.ofNullable(known().byId.get(id));
    }

    /**
     * The authority with this id.
     *
     * @throws IllegalArgumentException when there is none: for ids that a foreign key vouches for
     */
    public LocalAuthority get(LocalAuthorityId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("There is no local authority " + id.value()));
    }

    /** The authority that has, or once had, this code of either scheme; spaces around it and case do not matter. */
    public Optional<LocalAuthority> byCode(String code) {
        return Optional.ofNullable(known().byCode.get(code.strip().toUpperCase(Locale.ROOT)));
    }

    /** The authorities of a region that exist on a day, by name; made-up ones come last. */
    public List<LocalAuthority> in(RegionCode region, LocalDate asAt) {
        return known().all.stream()
                .filter(authority -> authority.region().equals(region) && authority.existsOn(asAt))
                .toList();
    }

    /** The authorities of England that exist on a day, by name; made-up ones come last. */
    public List<LocalAuthority> all(LocalDate asAt) {
        return known().all.stream()
                .filter(authority -> authority.existsOn(asAt))
                .toList();
    }

    /** Every authority since 2009, also those that have ended, by name; made-up ones come last. */
    public List<LocalAuthority> ever() {
        return known().all;
    }

    /** The authorities with these ids; an id that is nobody's is left out. */
    public Map<LocalAuthorityId, LocalAuthority> named(Collection<LocalAuthorityId> ids) {
        Map<LocalAuthorityId, LocalAuthority> byId = known().byId;
        Map<LocalAuthorityId, LocalAuthority> named = new LinkedHashMap<>();
        for (LocalAuthorityId id : ids) {
            LocalAuthority authority = byId.get(id);
            if (authority != null) {
                named.put(id, authority);
            }
        }
        return named;
    }

    /** The authorities that took over from this one, by name; empty while it exists. */
    public List<LocalAuthority> successorsOf(LocalAuthorityId id) {
        return known().successors.getOrDefault(id, List.of());
    }

    /** The authorities that this one took over from, by name. */
    public List<LocalAuthority> predecessorsOf(LocalAuthorityId id) {
        return known().predecessors.getOrDefault(id, List.of());
    }

    /**
     * The statistical neighbours of an authority, closest first; empty where the model does not know it, as the model of
     * May 2025 does not know Cumbria.
     */
    public List<StatisticalNeighbour> neighboursOf(LocalAuthorityId id, NeighbourModel model) {
        return known().neighbours.getOrDefault(model, Map.of()).getOrDefault(id, List.of());
    }

    /** The models of statistical neighbours, newest first. */
    public List<NeighbourModel> neighbourModels() {
        return known().models;
    }

    /** All codes that an authority has or has had: ONS codes first, each scheme with the newest first. */
    public List<LocalAuthorityCode> codesOf(LocalAuthorityId id) {
        return known().codes.getOrDefault(id, List.of());
    }

    /** The nine regions, from north to south as the ONS numbers them. */
    public List<Region> regions() {
        return known().regions;
    }

    /**
     * The region with this code.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Region region(RegionCode code) {
        return known().regions.stream()
                .filter(region -> region.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no region " + code.value()));
    }

    /**
     * Forgets what is known, so that the next use reads it again: for whoever changes the tables. In a transaction it
     * forgets now and once more when that has ended, so that nothing uncommitted is kept.
     */
    public void forget() {
        drop();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    drop();
                }
            });
        }
    }

    private void drop() {
        generation.incrementAndGet();
        known = null;
    }

    /** Two threads may both read at first use; a lock here could wait for a connection that waits for the lock. */
    private Known known() {
        Known now = known;
        if (now == null) {
            int before = generation.get();
            now = read();
            if (generation.get() == before) {
                known = now;
            }
        }
        return now;
    }

    private Known read() {
        List<Region> regions = database.sql("select code, name from region order by code")
                .query((row, number) -> new Region(new RegionCode(row.getString("code")), row.getString("name")))
                .list();
        List<LocalAuthority> all = database
                .sql("""
                    select a.id, o.name, a.gss_code, a.dfe_code, a.type, a.region_code, o.starts_on, o.ends_on, a.fictitious
                    from local_authority a join organisation o on o.id = a.id
                    """)
                .query((row, number) -> new LocalAuthority(
                        new LocalAuthorityId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getString("gss_code"),
                        row.getString("dfe_code"),
                        LocalAuthorityType.valueOf(row.getString("type")),
                        new RegionCode(row.getString("region_code")),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        row.getBoolean("fictitious")))
                .list()
                .stream()
                .sorted(BY_NAME)
                .toList();
        Map<LocalAuthorityId, LocalAuthority> byId =
                all.stream().collect(toUnmodifiableMap(LocalAuthority::id, authority -> authority));

        Map<String, LocalAuthority> byCode = new HashMap<>();
        Map<LocalAuthorityId, List<LocalAuthorityCode>> codes = new HashMap<>();
        record CodeRow(LocalAuthorityId authority, LocalAuthorityCode code) {}
        database
                .sql("""
                    select authority_id, scheme, code, starts_on, ends_on from local_authority_code
                    order by scheme desc, starts_on desc nulls last
                    """)
                .query((row, number) -> new CodeRow(
                        id(row, "authority_id"),
                        new LocalAuthorityCode(
                                CodeScheme.valueOf(row.getString("scheme")),
                                row.getString("code"),
                                row.getObject("starts_on", LocalDate.class),
                                row.getObject("ends_on", LocalDate.class))))
                .list()
                .stream()
                .collect(groupingBy(CodeRow::authority))
                .forEach((id, rows) -> {
                    LocalAuthority authority = byId.get(id);
                    if (authority != null) {
                        codes.put(id, rows.stream().map(CodeRow::code).toList());
                        rows.forEach(row -> byCode.put(row.code().code(), authority));
                    }
                });

        record Succession(LocalAuthority predecessor, LocalAuthority successor) {}
        List<Succession> successions = database
                .sql("select predecessor_id, successor_id from local_authority_succession")
                .query((row, number) -> new Succession(
                        requireNonNull(byId.get(id(row, "predecessor_id"))),
                        requireNonNull(byId.get(id(row, "successor_id")))))
                .list()
                .stream()
                .sorted(comparing(Succession::predecessor, BY_NAME).thenComparing(Succession::successor, BY_NAME))
                .toList();

        record Neighbour(NeighbourModel model, LocalAuthorityId of, StatisticalNeighbour neighbour) {}
        Map<NeighbourModel, Map<LocalAuthorityId, List<StatisticalNeighbour>>> neighbours = new HashMap<>();
        database
                .sql("""
                    select model, authority_id, rank, neighbour_id, closeness from statistical_neighbour
                    order by model, authority_id, rank
                    """)
                .query((row, number) -> new Neighbour(
                        new NeighbourModel(YearMonth.parse(row.getString("model"))),
                        id(row, "authority_id"),
                        new StatisticalNeighbour(
                                row.getInt("rank"),
                                requireNonNull(byId.get(id(row, "neighbour_id"))),
                                Closeness.valueOf(row.getString("closeness")))))
                .list()
                .stream()
                .collect(groupingBy(Neighbour::model))
                .forEach((model, rows) -> {
                    Map<LocalAuthorityId, List<StatisticalNeighbour>> ofModel = new HashMap<>();
                    rows.stream()
                            .collect(groupingBy(Neighbour::of))
                            .forEach((id, own) -> ofModel.put(
                                    id, own.stream().map(Neighbour::neighbour).toList()));
                    neighbours.put(model, ofModel);
                });
        Set<NeighbourModel> models = new TreeSet<>(Comparator.reverseOrder());
        models.addAll(neighbours.keySet());

        Map<LocalAuthorityId, List<LocalAuthority>> successors = new HashMap<>();
        Map<LocalAuthorityId, List<LocalAuthority>> predecessors = new HashMap<>();
        successions.stream()
                .collect(groupingBy(succession -> succession.predecessor().id()))
                .forEach((id, rows) -> successors.put(
                        id, rows.stream().map(Succession::successor).toList()));
        successions.stream()
                .collect(groupingBy(succession -> succession.successor().id()))
                .forEach((id, rows) -> predecessors.put(
                        id, rows.stream().map(Succession::predecessor).toList()));
        return new Known(regions, all, byId, byCode, codes, successors, predecessors, neighbours, List.copyOf(models));
    }

    private static LocalAuthorityId id(ResultSet row, String column) throws SQLException {
        return new LocalAuthorityId(row.getObject(column, UUID.class));
    }

    /** One consistent reading of the tables. */
    private record Known(
            List<Region> regions,
            List<LocalAuthority> all,
            Map<LocalAuthorityId, LocalAuthority> byId,
            Map<String, LocalAuthority> byCode,
            Map<LocalAuthorityId, List<LocalAuthorityCode>> codes,
            Map<LocalAuthorityId, List<LocalAuthority>> successors,
            Map<LocalAuthorityId, List<LocalAuthority>> predecessors,
            Map<NeighbourModel, Map<LocalAuthorityId, List<StatisticalNeighbour>>> neighbours,
            List<NeighbourModel> models) {}
}
