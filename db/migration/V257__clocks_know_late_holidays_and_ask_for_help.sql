-- A bank holiday that was announced after the reference data was made.
create table announced_bank_holiday (
    day          date primary key,
    name         text not null check (length(name) between 1 and 100),
    announced_on date not null,
    added_at     timestamptz not null,
    added_by     text not null
);

-- That the region has compared a regulation, as the clocks read it, with the text in force.
create table regulation_check (
    regulation smallint primary key check (regulation in (9, 11, 13, 14)),
    checked_on date not null,
    checked_by text not null,
    words      text not null check (length(words) between 1 and 500)
);

-- What of an ending the clocks of regulation 14 go by and the placement does not say.
create table ending_step (
    placement_id uuid not null references placement on delete cascade,
    step         text not null check (step in ('INTENDED', 'REVIEWED', 'IMMEDIATE_RISK')),
    on_day       date not null,
    words        text not null check (length(words) <= 500),
    recorded_at  timestamptz not null,
    recorded_by  text not null,
    primary key (placement_id, step)
);

-- Whom a clock has warned or called, once each time.
create table clock_call (
    placement_id uuid not null references placement on delete cascade,
    clock        text not null,
    level        text not null check (level in ('WARNED', 'CALLED')),
    due_on       date not null,
    called_at    timestamptz not null,
    people       text not null,
    primary key (placement_id, clock, level, due_on)
);
