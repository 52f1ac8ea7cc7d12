package uk.slipway.datasets;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes down what a new release changed, once, when it is published: what both releases hold never changes afterwards. A
 * figure is restated where the same column, items, place and period say something else than before.
 */
@Component
class ReleaseComparison {

    /** The most restated figures that are kept one by one; all are counted. */
    static final int MOST_RESTATEMENTS = 10_000;

    private static final int MOST_CHANGES = 5_000;

    private final JdbcClient jdbc;

    ReleaseComparison(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Compares the release with the one published before it; does nothing for the first. */
    void write(int key, DatasetId dataset, int number) {
        var before = jdbc.sql("""
            select key from dataset_release where dataset_id = :dataset and state = 'PUBLISHED' and number < :number
            order by number desc limit 1
            """)
                .param("dataset", dataset.value())
                .param("number", number)
                .query(Integer.class)
                .optional();
        before.ifPresent(old -> {
            var keys = Map.of("new", key, "old", old);
            whatCameAndWent(keys);
            whatWasRestated(keys);
        });
    }

    private void whatCameAndWent(Map<String, Integer> keys) {
        jdbc.sql("""
            with renamed as materialized (
                select kind, of_filter, name_before, name_now, label_before, label_now
                from dataset_rename where release_key = :new and state = 'RENAMED'),
            facts as (
                select c.release_key, c.role as what, coalesce(r.name_before, c.name) as identity,
                    c.label || ' (' || c.name || ')' as label, null as of_filter
                from dataset_column c
                left join renamed r on c.release_key = :new and r.kind = c.role and r.name_now = c.name
                where c.release_key in (:new, :old) and c.role in ('FIGURE', 'FILTER')
                union all
                select distinct f.release_key, 'ITEM',
                    coalesce(w.name_before, f.name) || chr(31) || coalesce(r.name_before, s.items[f.number]),
                    f.label || ': ' || s.items[f.number], coalesce(w.name_before, f.name)
                from dataset_column f join dataset_series s on s.release_key = f.release_key
                left join renamed w on f.release_key = :new and w.kind = 'FILTER' and w.name_now = f.name
                left join renamed r on f.release_key = :new and r.kind = 'ITEM' and r.of_filter = f.name
                    and r.name_now = s.items[f.number]
                where f.release_key in (:new, :old) and f.role = 'FILTER'
                union all
                select release_key, 'PERIOD', period || ' ' || identifier,
                    case when period > 9999 then period / 100 || '/' || lpad((period %% 100)::text, 2, '0')
                        else period::text end, null
                from dataset_period where release_key in (:new, :old)
                union all
                select release_key, 'PLACE', level || ' ' || code, name || ' (' || code || ')', null
                from dataset_place where release_key in (:new, :old)),
            changes as (
                select what || case when release_key = :new then '_ADDED' else '_WITHDRAWN' end as kind, label
                from facts one
                where not exists (select from facts other where other.release_key <> one.release_key
                        and other.what = one.what and other.identity = one.identity)
                    and (of_filter is null or exists (select from facts other where other.release_key <> one.release_key
                        and other.what = 'FILTER' and other.identity = one.of_filter))
                union all
                select kind || '_RENAMED', coalesce(of_filter || ': ', '')
                    || label_before || case when label_before <> name_before then ' (' || name_before || ')' else '' end
                    || ' is now '
                    || label_now || case when label_now <> name_now then ' (' || name_now || ')' else '' end
                from renamed)
            insert into dataset_change (release_key, position, kind, label, times)
            select :new, row_number() over (order by kind, label), kind, label, 1 from changes
            order by kind, label limit %d
            """.formatted(MOST_CHANGES)).params(keys).update();
    }

    private void whatWasRestated(Map<String, Integer> keys) {
        jdbc.sql("""
            with renamed as materialized (
                select kind, of_filter, name_before, name_now from dataset_rename
                where release_key = :new and state = 'RENAMED'),
            named as materialized (
                select c.role, c.number, c.name, c.label, coalesce(r.name_before, c.name) as name_then
                from dataset_column c left join renamed r on r.kind = c.role and r.name_now = c.name
                where c.release_key = :new and c.role in ('FIGURE', 'FILTER')),
            figure as (
                select n.number as new, o.number as old, n.label from named n
                join dataset_column o on o.release_key = :old and o.role = 'FIGURE' and o.name = n.name_then
                where n.role = 'FIGURE'),
            series as (
                select n.number as new, o.number as old, n.items from (
                    select s.number, s.items, array(
                        select coalesce(r.name_before, s.items[now.number]) from dataset_column was
                        join named now on now.role = 'FILTER' and now.name_then = was.name
                        left join renamed r on r.kind = 'ITEM' and r.of_filter = now.name
                            and r.name_now = s.items[now.number]
                        where was.release_key = :old and was.role = 'FILTER' order by was.number) as items_then
                    from dataset_series s where s.release_key = :new) n
                join dataset_series o on o.release_key = :old and o.items = n.items_then
                where (select array_agg(name_then order by name_then) from named where role = 'FILTER')
                    is not distinct from
                    (select array_agg(name order by name) from dataset_column where release_key = :old and role = 'FILTER')),
            place as (
                select n.number as new, o.number as old, n.code, n.name from dataset_place n
                join dataset_place o on o.release_key = :old and o.level = n.level and o.code = n.code
                where n.release_key = :new),
            period as (
                select n.number as new, o.number as old, n.period from dataset_period n
                join dataset_period o on o.release_key = :old and o.period = n.period and o.identifier = n.identifier
                where n.release_key = :new),
            restated as materialized (
                select figure.label, figure.new as figure, series.items, period.period, place.code, place.name,
                    o.value as value_before, o.symbol as symbol_before, n.value as value_after, n.symbol as symbol_after
                from observation n
                join figure on figure.new = n.figure
                join series on series.new = n.series
                join place on place.new = n.place
                join period on period.new = n.period
                join observation o on o.release_key = :old and o.figure = figure.old and o.series = series.old
                    and o.place = place.old and o.period = period.old
                where n.release_key = :new
                    and (n.value is distinct from o.value or n.symbol is distinct from o.symbol)),
            kept as (
                insert into dataset_restatement (release_key, position, figure, items, period, place_code, place_name,
                    value_before, symbol_before, value_after, symbol_after)
                select :new, row_number() over (order by period desc, figure, name, items), label, items, period, code, name,
                    value_before, symbol_before, value_after, symbol_after
                from restated order by period desc, figure, name, items limit %d)
            insert into dataset_change (release_key, position, kind, label, times)
            select :new, %d + row_number() over (order by period desc, figure), 'RESTATED',
                label || ', ' || case when period > 9999 then period / 100 || '/' || lpad((period %% 100)::text, 2, '0')
                    else period::text end, count(*)
            from restated group by label, figure, period
            """.formatted(MOST_RESTATEMENTS, MOST_CHANGES)).params(keys).update();
    }
}
