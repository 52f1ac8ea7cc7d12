-- The audit trail: one row for everything that happened to a record. Append-only.
create table audit_entry (
    id           uuid primary key,
    at           timestamptz not null,
    account_id   uuid,
    actor_name   text not null,
    acting_as    text,
    authority_id uuid,
    record_kind  text not null,
    record_id    uuid not null,
    what         text not null
);

create index audit_entry_of_record on audit_entry (record_kind, record_id, at desc);
create index audit_entry_of_authority on audit_entry (authority_id, at desc);

create function refuse_change_of_audit_entry() returns trigger language plpgsql as $$
begin
    raise exception 'An audit entry is never changed or deleted';
end $$;

create trigger audit_entry_is_append_only before update or delete on audit_entry
    for each row execute function refuse_change_of_audit_entry();
