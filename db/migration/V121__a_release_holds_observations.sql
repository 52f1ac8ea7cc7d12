-- A place as the file names it; authority_id says which authority that is, whatever code it had. Null for an unknown code.
create table dataset_place (
    release_key  int not null references dataset_release (key) on delete cascade,
    number       int not null,
    level        text not null check (level in ('NATIONAL', 'REGIONAL', 'LOCAL_AUTHORITY')),
    code         text not null,
    name         text not null,
    region_code  text references region,
    authority_id uuid references local_authority,
    primary key (release_key, number)
);
create index dataset_place_of_authority on dataset_place (authority_id);

create table dataset_period (
    release_key int not null references dataset_release (key) on delete cascade,
    number      int not null,
    period      int not null,
    identifier  text not null,
    primary key (release_key, number)
);

-- One combination of filter items, in the order of the release's filter columns.
create table dataset_series (
    release_key int not null references dataset_release (key) on delete cascade,
    number      int not null,
    items       text[] not null,
    primary key (release_key, number)
);

-- A figure as published: a number, or the symbol that stood in its place. Never both, never a zero for a symbol.
create table observation (
    release_key int not null,
    figure      int not null,
    series      int not null,
    place       int not null,
    period      int not null,
    value       numeric,
    symbol      text,
    check ((value is null) <> (symbol is null)),
    primary key (release_key, figure, series, place, period)
);
