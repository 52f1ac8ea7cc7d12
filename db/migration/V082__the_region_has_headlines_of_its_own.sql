-- What the forums of a year say together, without naming an authority. It belongs to the regional team.
create table regional_headline (
    id                    uuid primary key,
    version               bigint not null,
    authority_id          uuid references local_authority,
    other_authority_id    uuid references local_authority,
    owner_organisation_id uuid not null references organisation,
    region_code           text not null references region,
    cycle_id              uuid not null,
    year_starts_in        smallint not null,
    kind                  text not null check (kind in ('STRENGTH', 'AREA_FOR_DEVELOPMENT')),
    theme                 text not null check (length(theme) between 1 and 100),
    text                  text not null check (length(text) between 1 and 2000),
    state                 text not null check (state in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
    drafted_at            timestamptz not null,
    published_at          timestamptz,
    withdrawn_because     text
);
create index regional_headline_of_region on regional_headline (region_code, year_starts_in desc);

-- Which agreed headlines it rests on; readers are told their number only.
create table regional_headline_source (
    regional_headline_id uuid not null references regional_headline,
    headline_id          uuid not null references headline,
    primary key (regional_headline_id, headline_id)
);
