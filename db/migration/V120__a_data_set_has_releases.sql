-- A published table that comes out again and again, such as "Children looked after". Its figures are public.
create table dataset (
    id             uuid primary key,
    version        bigint not null,
    slug           text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
    title          text not null check (length(title) between 1 and 200),
    source         text not null check (length(source) between 1 and 200),
    source_address text check (length(source_address) <= 500),
    added_at       timestamptz not null,
    added_by       text not null
);

-- A file that was sent: checked, and published as a release by a person, or refused whole. "key" is a short name for the
-- release in the millions of rows that belong to it.
create table dataset_release (
    id                    uuid primary key,
    key                   int generated always as identity unique,
    version               bigint not null,
    authority_id          uuid references local_authority,
    other_authority_id    uuid references local_authority,
    owner_organisation_id uuid not null references organisation,
    dataset_id            uuid not null references dataset,
    number                int,
    label                 text not null check (length(label) between 1 and 100),
    published_on          date,
    state                 text not null check (state in ('CHECKED', 'REFUSED', 'PUBLISHED', 'DISCARDED')),
    file_name             text not null check (length(file_name) <= 255),
    file_bytes            bigint not null,
    file_sha256           text not null,
    encoding              text not null,
    row_count             bigint not null,
    kept_rows             bigint not null,
    error_count           bigint not null,
    warning_count         bigint not null,
    received_at           timestamptz not null,
    received_by           text not null,
    decided_at            timestamptz,
    decided_by            text,
    check ((state = 'PUBLISHED') = (number is not null)),
    check ((state in ('PUBLISHED', 'DISCARDED')) = (decided_at is not null)),
    unique (dataset_id, number)
);
create unique index dataset_release_of_file on dataset_release (dataset_id, file_sha256) where state = 'PUBLISHED';
create index dataset_release_waiting on dataset_release (dataset_id, received_at desc);

create table dataset_column (
    release_key    int not null references dataset_release (key) on delete cascade,
    position       int not null,
    name           text not null,
    role           text not null check (role in ('TIME', 'GEOGRAPHY', 'FILTER', 'FIGURE')),
    number         int,
    label          text not null,
    unit           text,
    decimal_places int,
    grouping       text,
    hint           text,
    primary key (release_key, position)
);

-- What the check found, at most a few hundred of a kind; "times" counts those that look the same.
create table dataset_finding (
    release_key int not null references dataset_release (key) on delete cascade,
    position    int not null,
    severity    text not null check (severity in ('ERROR', 'WARNING', 'NOTE')),
    kind        text not null,
    line        bigint,
    column_name text,
    value       text,
    times       bigint not null,
    message     text not null,
    advice      text not null,
    primary key (release_key, position)
);

-- The rows of a checked file until somebody publishes or discards it. Not logged: after a crash of the database it is
-- empty, and the file is asked for again.
create unlogged table dataset_staged (
    release_key int not null,
    line        bigint not null,
    place       int not null,
    period      int not null,
    cells       text[] not null
);
create index dataset_staged_of_release on dataset_staged (release_key);
