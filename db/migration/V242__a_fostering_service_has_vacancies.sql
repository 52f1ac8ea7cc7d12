-- A home with room, as its fostering service tells it. The carer is a reference, the place an outward postcode.
create table vacancy (
    id                    uuid primary key,
    version               bigint not null,
    authority_id          uuid not null references local_authority,
    other_authority_id    uuid references local_authority,
    owner_organisation_id uuid references organisation,
    area_authority_id     uuid not null references local_authority,
    carer_reference       text not null check (length(carer_reference) between 1 and 20),
    postcode_area         text not null check (postcode_area ~ '^[A-Z]{1,2}[0-9][A-Z0-9]?$'),
    approved_places       int not null check (approved_places between 1 and 9),
    free_places           int not null check (free_places between 0 and 9),
    youngest              int not null check (youngest between 0 and 17),
    oldest                int not null check (oldest between 0 and 17),
    types                 text[] not null check (cardinality(types) > 0),
    skills                text[] not null,
    features              text[] not null,
    not_suited            text[] not null,
    words                 text not null check (length(words) <= 2000),
    free_from             date not null,
    state                 text not null check (state in ('OPEN', 'PAUSED', 'CLOSED')),
    paused_because        text check (length(paused_because) between 1 and 500),
    confirmed_at          timestamptz not null,
    added_at              timestamptz not null,
    check (youngest <= oldest),
    check (free_places <= approved_places),
    check ((state = 'PAUSED') = (paused_because is not null))
);
create index vacancy_of_authority on vacancy (authority_id, state);
create unique index vacancy_of_carer on vacancy (authority_id, carer_reference) where state <> 'CLOSED';

-- Children who live there already: whose they are (that authority is asked before another child comes) and their age band.
create table vacancy_child (
    vacancy_id   uuid not null references vacancy on delete cascade,
    number       int not null,
    authority_id uuid not null references local_authority,
    age_band     text not null,
    primary key (vacancy_id, number)
);
