-- A record shown to an audience beyond those it belongs to. Ended shares stay: they say who has been shown what.
create table share (
    id          uuid primary key,
    version     bigint not null,
    record_kind text not null,
    record_id   uuid not null,
    authority_id uuid references local_authority,
    audience    text not null,
    audience_id uuid,
    made_at     timestamptz not null,
    made_by     uuid,
    made_by_name text not null,
    words       text not null,
    ended_at    timestamptz,
    ended_by_name text,
    ended_because text
);
create index share_of_record on share (record_id) where ended_at is null;
create index share_with_audience on share (audience, audience_id) where ended_at is null;

-- Who has opened what was shared, and when first.
create table share_opening (
    share_id     uuid not null references share,
    account_id   uuid not null references account,
    first_opened timestamptz not null,
    last_opened  timestamptz not null,
    primary key (share_id, account_id)
);
