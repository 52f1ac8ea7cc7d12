-- What a board watches, how often, and who says what the figures mean. On its day the figures are gathered into a round.
create table monitoring_routine (
    id            uuid primary key,
    version       bigint not null,
    board_id      uuid not null references board,
    name          text not null check (length(name) between 1 and 150),
    every_months  smallint not null check (every_months in (1, 3, 6, 12)),
    next_on       date not null,
    reporter_seat uuid not null references board_membership,
    ended_on      date
);
create index monitoring_routine_of_board on monitoring_routine (board_id);
create index monitoring_routine_by_day on monitoring_routine (next_on) where ended_on is null;

-- A published figure that a routine watches, and from where on an authority's is an exception.
create table watched_indicator (
    routine_id  uuid not null references monitoring_routine,
    indicator   text not null,
    rule        text not null check (rule in ('WORSE_THAN_ENGLAND', 'LOWEST_QUARTER', 'WORSE_THAN', 'WORSENED', 'NONE')),
    limit_value numeric,
    primary key (routine_id, indicator),
    check ((limit_value is null) = (rule in ('LOWEST_QUARTER', 'NONE')))
);

-- The figures of one day, frozen, with what was said of them.
create table monitoring_round (
    id            uuid primary key,
    routine_id    uuid not null references monitoring_routine,
    board_id      uuid not null references board,
    due_on        date not null,
    gathered_at   timestamptz not null,
    unique (routine_id, due_on)
);
create index monitoring_round_of_board on monitoring_round (board_id, due_on desc);

create table round_indicator (
    id             uuid primary key,
    version        bigint not null,
    round_id       uuid not null references monitoring_round,
    place          int not null,
    indicator      text not null,
    name           text not null,
    grouping       text not null,
    unit           text not null,
    decimal_places smallint not null,
    polarity       text not null,
    rule_words     text not null,
    period         int,
    region         numeric,
    region_symbol  text,
    england        numeric,
    england_symbol text,
    release        text,
    commentary     text check (length(commentary) between 1 and 4000),
    commented_by   text,
    commented_at   timestamptz,
    unique (round_id, indicator),
    check ((commentary is null) = (commented_at is null))
);

create table round_figure (
    round_indicator_id uuid not null references round_indicator,
    authority_id       uuid not null references local_authority,
    value              numeric,
    symbol             text,
    neighbours         numeric,
    rank               int,
    ranked             int not null,
    band               text,
    change             numeric,
    exception          text,
    primary key (round_indicator_id, authority_id),
    check (value is null or symbol is null)
);
