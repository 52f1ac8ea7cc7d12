-- What a region asks its authorities for every quarter; its data lead keeps the list.
create table quarterly_indicator (
    id                    uuid primary key,
    version               bigint not null,
    owner_organisation_id uuid not null references organisation,
    place                 int not null,
    grouping              text not null check (length(grouping) between 1 and 100),
    name                  text not null check (length(name) between 1 and 150),
    description           text not null check (length(description) between 1 and 2000),
    numerator             text check (length(numerator) between 1 and 300),
    denominator           text check (length(denominator) between 1 and 300),
    unit                  text not null,
    decimal_places        smallint not null check (decimal_places between 0 and 3),
    polarity              text not null,
    threshold             int not null check (threshold between 0 and 100),
    least                 numeric,
    most                  numeric,
    asked                 boolean not null,
    check ((numerator is null) = (denominator is null)),
    check (least <= most)
);
create unique index quarterly_indicator_named on quarterly_indicator (owner_organisation_id, lower(name));

-- A quarter for which a region asks. What it asks is kept as it was on the day it was opened.
create table quarterly_return (
    id                    uuid primary key,
    version               bigint not null,
    authority_id          uuid references local_authority,
    other_authority_id    uuid references local_authority,
    owner_organisation_id uuid not null references organisation,
    region_code           text not null references region,
    year_starts_in        smallint not null,
    quarter               smallint not null check (quarter between 1 and 4),
    deadline              date not null,
    release_on            date not null,
    opened_at             timestamptz not null,
    opened_by             text not null,
    check (authority_id is null and other_authority_id is null),
    check (release_on > deadline),
    unique (owner_organisation_id, year_starts_in, quarter)
);

create table return_indicator (
    id             uuid primary key,
    return_id      uuid not null references quarterly_return,
    indicator_id   uuid not null references quarterly_indicator,
    place          int not null,
    grouping       text not null,
    name           text not null,
    description    text not null,
    numerator      text,
    denominator    text,
    unit           text not null,
    decimal_places smallint not null,
    polarity       text not null,
    threshold      int not null,
    least          numeric,
    most           numeric,
    unique (return_id, place),
    unique (return_id, indicator_id)
);
create index return_indicator_over_quarters on return_indicator (indicator_id);

-- One authority's answer for one quarter.
create table authority_return (
    id                    uuid primary key,
    version               bigint not null,
    return_id             uuid not null references quarterly_return,
    authority_id          uuid not null references local_authority,
    other_authority_id    uuid references local_authority,
    owner_organisation_id uuid not null references organisation,
    state                 text not null check (state in ('OPEN', 'WRITING', 'SUBMITTED', 'RETURNED', 'ACCEPTED')),
    saved_at              timestamptz,
    saved_by              text,
    submitted_at          timestamptz,
    submitted_by          text,
    accepted_at           timestamptz,
    accepted_by           text,
    reason                text check (length(reason) between 1 and 2000),
    check (state not in ('SUBMITTED', 'ACCEPTED') or submitted_at is not null),
    check ((state = 'ACCEPTED') = (accepted_at is not null)),
    check ((state = 'RETURNED') = (reason is not null)),
    unique (return_id, authority_id)
);
create index authority_return_of_authority on authority_return (authority_id, return_id);

create table return_figure (
    authority_return_id uuid not null references authority_return on delete cascade,
    return_indicator_id uuid not null references return_indicator,
    numerator           numeric,
    denominator         numeric check (denominator > 0),
    value               numeric,
    symbol              text check (symbol in ('x', 'c', 'z')),
    note                text check (length(note) between 1 and 1000),
    primary key (authority_return_id, return_indicator_id),
    check ((numerator is null) = (denominator is null)),
    check (num_nonnulls(numerator, value, symbol) <= 1),
    check (num_nonnulls(numerator, value, symbol, note) > 0)
);
create index return_figure_of_indicator on return_figure (return_indicator_id);

-- A key contact is reminded once before and once after the deadline.
create table return_reminder (
    authority_return_id uuid not null references authority_return,
    kind                text not null check (kind in ('BEFORE', 'AFTER')),
    sent_at             timestamptz not null,
    primary key (authority_return_id, kind)
);
