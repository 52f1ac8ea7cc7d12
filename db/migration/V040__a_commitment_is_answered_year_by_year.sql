-- What an authority said it will do, and how it went in each later cycle.
create table commitment (
    id                    uuid primary key,
    version               bigint not null,
    authority_id          uuid not null references local_authority,
    other_authority_id    uuid references local_authority,
    owner_organisation_id uuid references organisation,
    made_in               uuid not null references cycle,
    made_in_year          int not null,
    source                text not null check (source in ('AREA_FOR_DEVELOPMENT', 'NEXT_STEP')),
    from_kind             text not null,
    from_id               uuid not null,
    words                 text not null,
    area_code             text,
    owner                 text,
    due                   date,
    state                 text not null check (state in ('OPEN', 'IN_PROGRESS', 'MET', 'PARTLY', 'NOT', 'CARRIED')),
    made_at               timestamptz not null,
    unique (from_kind, from_id)
);
create index commitment_of_authority on commitment (authority_id, made_in_year desc, id desc);
create index commitment_latest on commitment (made_in_year desc, id desc);

create table commitment_answer (
    commitment_id    uuid not null references commitment,
    cycle_id         uuid not null references cycle,
    year_starts_in   int not null,
    answer           text not null check (answer in ('MET', 'PARTLY', 'NOT', 'CARRIED')),
    note             text not null,
    answered_at      timestamptz not null,
    answered_by_name text not null,
    primary key (commitment_id, cycle_id)
);

create table commitment_progress (
    commitment_id uuid not null references commitment,
    id            uuid not null,
    note          text not null,
    noted_at      timestamptz not null,
    noted_by_name text not null,
    primary key (commitment_id, id)
);
