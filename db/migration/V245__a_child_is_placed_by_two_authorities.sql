-- A placement between two authorities: placing (authority_id), fostering (other_authority_id); the area authority, where
-- the home is, may be a third. It stands on its own when the referral has been deleted.
create table placement (
    id                    uuid primary key,
    version               bigint not null,
    authority_id          uuid not null references local_authority,
    other_authority_id    uuid not null references local_authority,
    owner_organisation_id uuid references organisation,
    area_authority_id     uuid not null references local_authority,
    referral_id           uuid not null unique,
    offer_id              uuid not null unique,
    vacancy_id            uuid not null references vacancy,
    reference             text not null,
    carer_reference       text not null,
    protocol_number       int not null,
    route                 text not null check (route in ('PLANNED', 'EMERGENCY')),
    locality              text not null check (locality in ('IN_AREA', 'ADJOINING', 'AT_A_DISTANCE')),
    state                 text not null check (state in ('APPROVED', 'AGREED', 'STARTED', 'PLAN_SIGNED', 'ACTIVE', 'ENDED',
                              'CANCELLED')),
    children              int not null check (children between 1 and 9),
    age_band              text not null,
    type                  text not null,
    social_worker         uuid not null references account,
    supervising_worker    uuid not null references account,
    iro                   uuid references account,
    approved_at           timestamptz not null,
    approved_by           text not null,
    approved_because      text not null check (length(approved_because) between 1 and 1000),
    area_told_on          date,
    starts_on             date not null,
    ends_on               date,
    allowance             numeric(8, 2) not null check (allowance >= 0),
    fee                   numeric(8, 2) not null check (fee >= 0),
    support               numeric(8, 2) not null check (support >= 0),
    management            numeric(8, 2) not null check (management >= 0),
    placing_signed_at     timestamptz,
    placing_signed_by     text,
    fostering_signed_at   timestamptz,
    fostering_signed_by   text,
    started_on            date,
    plan_signed_on        date,
    ended_on              date,
    ending                text check (ending in ('PLANNED', 'UNPLANNED')),
    ending_reason         text,
    ending_words          text check (length(ending_words) <= 2000),
    check ((state = 'ENDED') = (ended_on is not null)),
    check ((ended_on is null) = (ending is null)),
    check (state not in ('STARTED', 'PLAN_SIGNED', 'ACTIVE', 'ENDED') or started_on is not null)
);
create index placement_of_placing on placement (authority_id, state);
create index placement_of_fostering on placement (other_authority_id, state);

-- Who decides what day to day; where it is not the carer, the reason.
create table delegated_matter (
    placement_id uuid not null references placement on delete cascade,
    matter       text not null,
    decides      text not null check (decides in ('CARER', 'PLACING_AUTHORITY', 'PARENT')),
    reason       text not null check (length(reason) <= 500),
    primary key (placement_id, matter),
    check (decides = 'CARER' or reason <> '')
);
