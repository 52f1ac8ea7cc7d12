-- A published figure that a self-evaluation rests on, as it was when it was cited: what is published later does not change
-- what was said.
alter table self_evaluation_evidence
    add column cited_indicator   text,
    add column cited_period      int,
    add column cited_value       numeric,
    add column cited_symbol      text,
    add column cited_words       text,
    add column cited_comparators text,
    add column cited_source      text,
    add column cited_release     int,
    add column cited_published   date,
    add column cited_at          timestamptz,
    add constraint a_citation_is_whole check (
        (cited_indicator is null and cited_period is null and cited_words is null and cited_at is null)
        or (kind = 'INDICATOR' and cited_indicator is not null and cited_period is not null and cited_words is not null
            and cited_comparators is not null and cited_source is not null and cited_release is not null
            and cited_at is not null and (cited_value is null) <> (cited_symbol is null)));
