-- What a figure of a data set means, as the regional data lead defines it. Definitions are public, as the figures are.
create table indicator (
    id               uuid primary key,
    version          bigint not null,
    slug             text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
    name             text not null check (length(name) between 1 and 200),
    description      text not null check (length(description) between 1 and 2000),
    numerator        text check (length(numerator) <= 500),
    denominator      text check (length(denominator) <= 500),
    unit             text not null check (unit in ('NUMBER', 'PERCENT', 'RATE_PER_10000')),
    decimal_places   smallint not null check (decimal_places between 0 and 6),
    polarity         text not null check (polarity in ('HIGH', 'LOW', 'NONE')),
    dataset_slug     text not null references dataset (slug),
    figure           text not null,
    filter_names     text[] not null,
    filter_items     text[] not null,
    grouping         text not null,
    next_publication date,
    defined_at       timestamptz not null,
    defined_by       text not null,
    check (cardinality(filter_names) = cardinality(filter_items))
);
