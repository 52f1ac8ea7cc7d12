-- A strength or an area for development that a forum found. "text" is the wording that lies on the table now; every
-- wording of both sides is kept in headline_wording.
create table headline (
    id                    uuid primary key,
    version               bigint not null,
    authority_id          uuid not null references local_authority,
    other_authority_id    uuid references local_authority,
    owner_organisation_id uuid references organisation,
    cycle_id              uuid not null,
    forum_id              uuid not null,
    year_starts_in        smallint not null,
    kind                  text not null check (kind in ('STRENGTH', 'AREA_FOR_DEVELOPMENT')),
    area_code             text,
    area_name             text,
    text                  text not null check (length(text) between 1 and 500),
    evidence              text check (length(evidence) <= 2000),
    state                 text not null check (state in ('DRAFT', 'DISPUTED', 'AGREED', 'DROPPED')),
    dropped_because       text,
    drafted_at            timestamptz not null,
    settled_at            timestamptz,
    check ((state in ('AGREED', 'DROPPED')) = (settled_at is not null)),
    check ((state = 'DROPPED') = (dropped_because is not null))
);
create index headline_of_authority on headline (authority_id, year_starts_in desc);
create index headline_of_forum on headline (forum_id);
create index headline_by_id_of_year on headline (year_starts_in desc, id desc);

create table headline_wording (
    headline_id uuid not null references headline,
    number      int not null,
    act_id      uuid not null,
    side        text not null check (side in ('REGION', 'AUTHORITY')),
    text        text not null,
    at          timestamptz not null,
    by_name     text not null,
    by_acting   text not null,
    primary key (headline_id, number)
);

create table headline_comment (
    headline_id uuid not null references headline,
    number      int not null,
    act_id      uuid not null,
    side        text not null check (side in ('REGION', 'AUTHORITY')),
    text        text not null,
    at          timestamptz not null,
    by_name     text not null,
    by_acting   text not null,
    primary key (headline_id, number)
);

create table headline_tag (
    headline_id uuid not null references headline,
    tag         text not null check (length(tag) between 1 and 40),
    primary key (headline_id, tag)
);
create index headline_tag_by_word on headline_tag (tag);
