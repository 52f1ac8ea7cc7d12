-- A Director's conflict of interest with another authority. It is the Director's own and is shown to the regional team.
create table declared_conflict (
    id                 uuid primary key,
    version            bigint not null,
    authority_id       uuid not null references local_authority,
    account_id         uuid not null references account,
    name               text not null,
    with_authority_id  uuid not null references local_authority,
    reason             text not null,
    declared_at        timestamptz not null,
    withdrawn_at       timestamptz,
    check (authority_id <> with_authority_id)
);
create unique index declared_conflict_once on declared_conflict (account_id, with_authority_id) where withdrawn_at is null;
