-- Who is told before something is due and once it is late, and when; what the region has not set stays empty.
alter table fostering_protocol
    add emergency_area_days int check (emergency_area_days between 1 and 60),
    add warn_days int check (warn_days between 0 and 60),
    add warn_people text[] not null default '{}',
    add call_days int check (call_days between 0 and 60),
    add call_people text[] not null default '{}',
    add check ((warn_days is null) = (cardinality(warn_people) = 0)),
    add check ((call_days is null) = (cardinality(call_people) = 0));

-- A fostering service answers a referral also where it has no home for it.
alter table referral_circulation
    add answered_at timestamptz,
    add answered_by text,
    add reason_code text,
    add check ((answered_at is null) = (answered_by is null) and (answered_at is null) = (reason_code is null));

-- Whom a late answer has warned or called, once each time. Without an offer it is the answer to a referral that is late.
create table answer_call (
    referral_id  uuid not null references referral on delete cascade,
    offer_id     uuid references offer on delete cascade,
    authority_id uuid not null references local_authority,
    level        text not null check (level in ('WARNED', 'CALLED')),
    due_on       date not null,
    called_at    timestamptz not null,
    people       text not null,
    unique nulls not distinct (referral_id, offer_id, authority_id, level, due_on)
);
create index answer_call_of_offer on answer_call (offer_id);
