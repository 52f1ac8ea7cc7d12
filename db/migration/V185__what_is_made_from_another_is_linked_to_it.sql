-- The golden thread: one thing was made from another. Both are pointed at by kind and id, as shares and the trail do, since
-- they belong to different rooms.
create table thread_link (
    id                      uuid primary key,
    from_kind               text not null,
    from_id                 uuid not null,
    made_kind               text not null,
    made_id                 uuid not null,
    authority_id            uuid references local_authority,
    made_at                 timestamptz not null,
    made_by_name            text not null,
    -- The organisation whose people may take it away again; null where the link follows from how the thing was made.
    made_by_organisation_id uuid references organisation,
    removed_at              timestamptz,
    removed_by_name         text,
    check ((from_kind, from_id) <> (made_kind, made_id)),
    check ((removed_at is null) = (removed_by_name is null))
);
create unique index a_link_stands_once on thread_link (from_kind, from_id, made_kind, made_id) where removed_at is null;
create index link_from_a_record on thread_link (from_id, from_kind) where removed_at is null;
create index link_to_a_record on thread_link (made_id, made_kind) where removed_at is null;

-- A figure keeps its identity in every version of the self-evaluation that cites it.
alter table self_evaluation_evidence add column citation_id uuid;
create index evidence_of_a_citation on self_evaluation_evidence (citation_id) where citation_id is not null;

-- An item of an agenda can be what a next step is made from.
alter table agenda_item add column id uuid not null default uuidv7();
create unique index agenda_item_by_id on agenda_item (id);
