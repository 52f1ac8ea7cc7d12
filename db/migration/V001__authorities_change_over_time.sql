-- Regions, the organisations in them, and local authorities as they have been since 2009.
create table region (
    code text primary key check (code ~ '^E12[0-9]{6}$'),
    name text not null unique
);

-- Every body that people act for or that a record names. A local authority is one of them, with the same id.
create table organisation (
    id          uuid primary key,
    kind        text not null check (kind in ('LOCAL_AUTHORITY', 'DIOCESE', 'TRUST', 'OFSTED', 'REGIONAL_TEAM', 'OTHER')),
    name        text not null check (length(name) between 1 and 200),
    region_code text references region,
    starts_on   date,
    ends_on     date,
    check (ends_on >= starts_on),
    unique (id, kind),
    unique (id, region_code)
);
create index organisation_of_kind_in_region on organisation (kind, region_code);

-- An authority with responsibility for children's services. The two codes here are its current ones (or its last ones);
-- all that it has had are in local_authority_code. No starting day: it is older than the ONS codes, 1 January 2009.
create table local_authority (
    id          uuid primary key,
    kind        text not null default 'LOCAL_AUTHORITY' check (kind = 'LOCAL_AUTHORITY'),
    gss_code    text not null unique,
    dfe_code    text not null unique,
    type        text not null check (type in ('UNITARY_AUTHORITY', 'METROPOLITAN_BOROUGH', 'LONDON_BOROUGH', 'COUNTY_COUNCIL')),
    region_code text not null references region,
    fictitious  boolean not null default false,
    foreign key (id, kind) references organisation (id, kind),
    foreign key (id, region_code) references organisation (id, region_code)
);
create index local_authority_in_region on local_authority (region_code);

-- A code never passes from one authority to another, so a code of any date leads to one authority.
create table local_authority_code (
    scheme       text not null check (scheme in ('GSS', 'DFE')),
    code         text not null,
    authority_id uuid not null references local_authority on delete cascade,
    starts_on    date,
    ends_on      date,
    primary key (scheme, code),
    check (ends_on >= starts_on)
);
create index local_authority_code_of_authority on local_authority_code (authority_id);

create table local_authority_succession (
    predecessor_id uuid not null references local_authority,
    successor_id   uuid not null references local_authority,
    succeeded_on   date not null,
    primary key (predecessor_id, successor_id),
    check (predecessor_id <> successor_id)
);
create index local_authority_succession_of_successor on local_authority_succession (successor_id);

-- Rank 1 is the closest. Being a neighbour is not symmetric.
create table statistical_neighbour (
    model        text not null check (model ~ '^[0-9]{4}-[0-9]{2}$'),
    authority_id uuid not null references local_authority,
    rank         smallint not null check (rank >= 1),
    neighbour_id uuid not null references local_authority,
    closeness    text not null
        check (closeness in ('EXTREMELY_CLOSE', 'VERY_CLOSE', 'CLOSE', 'SOMEWHAT_CLOSE', 'NOT_CLOSE')),
    primary key (model, authority_id, rank),
    unique (model, authority_id, neighbour_id),
    check (authority_id <> neighbour_id)
);
