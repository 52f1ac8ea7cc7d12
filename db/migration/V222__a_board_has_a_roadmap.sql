-- A national or devolved initiative that priorities join up with; a list with days, which the region keeps.
create table initiative (
    id          uuid primary key,
    version     bigint not null,
    region_code text not null references region,
    kind        text not null check (kind in ('NATIONAL', 'DEVOLVED')),
    name        text not null check (length(name) between 1 and 150),
    about       text not null check (length(about) between 1 and 1000),
    starts_on   date not null,
    ends_on     date,
    check (ends_on is null or ends_on >= starts_on),
    unique (region_code, name, starts_on)
);

-- What a board wants to achieve. It is the board's business; its state is the latest row of priority_status.
create table priority (
    id              uuid primary key,
    version         bigint not null,
    board_id        uuid not null references board,
    title           text not null check (length(title) between 1 and 150),
    outcome         text not null check (length(outcome) between 1 and 2000),
    initiative_id   uuid references initiative,
    starts_on       date not null,
    ends_on         date not null,
    made_at         timestamptz not null,
    made_by         text not null,
    dropped_at      timestamptz,
    dropped_because text check (length(dropped_because) between 1 and 1000),
    check (ends_on >= starts_on),
    check ((dropped_at is null) = (dropped_because is null))
);
create index priority_of_board on priority (board_id, id);

-- How a priority stands, in words, on a day. Never changed; the next says how it stands then.
create table priority_status (
    id          uuid primary key,
    priority_id uuid not null references priority,
    standing    text not null check (standing in ('NOT_STARTED', 'ON_TRACK', 'AT_RISK', 'OFF_TRACK', 'ACHIEVED')),
    words       text not null check (length(words) between 1 and 2000),
    at          timestamptz not null,
    by_name     text not null
);
create index priority_status_of_priority on priority_status (priority_id, at desc);

-- A published figure by which a priority is seen to be reached: where it stood, and where it is to be.
create table priority_indicator (
    id              uuid primary key,
    priority_id     uuid not null references priority,
    indicator       text not null,
    baseline_period int not null,
    baseline        numeric not null,
    target_year     int not null check (target_year between 1990 and 2100),
    target          numeric not null,
    made_at         timestamptz not null,
    unique (priority_id, indicator)
);

create table priority_activity (
    id          uuid primary key,
    priority_id uuid not null references priority,
    title       text not null check (length(title) between 1 and 150),
    starts_on   date not null,
    ends_on     date not null,
    check (ends_on >= starts_on)
);
create index priority_activity_of_priority on priority_activity (priority_id, starts_on);

create table priority_milestone (
    id          uuid primary key,
    priority_id uuid not null references priority,
    title       text not null check (length(title) between 1 and 150),
    due_on      date not null,
    reached_on  date
);
create index priority_milestone_of_priority on priority_milestone (priority_id, due_on);

-- Something to be done by somebody on the board, for an organisation. Overdue is no state: it follows from the day.
create table priority_action (
    id              uuid primary key,
    version         bigint not null,
    priority_id     uuid not null references priority,
    title           text not null check (length(title) between 1 and 300),
    owner_seat      uuid not null references board_membership,
    due_on          date not null,
    state           text not null check (state in ('OPEN', 'IN_PROGRESS', 'DONE', 'VERIFIED')),
    made_at         timestamptz not null,
    made_by         text not null,
    done_at         timestamptz,
    done_by         text,
    done_words      text check (length(done_words) between 1 and 2000),
    verified_at     timestamptz,
    verified_by     text,
    check ((state in ('DONE', 'VERIFIED')) = (done_at is not null)),
    check ((state = 'VERIFIED') = (verified_at is not null))
);
create index priority_action_of_priority on priority_action (priority_id, due_on);
create index priority_action_of_seat on priority_action (owner_seat);

-- An aim of a partner's own plan, as the partner entered it for a board, and the priorities that it backs.
create table partner_aim (
    id              uuid primary key,
    board_id        uuid not null references board,
    organisation_id uuid not null references organisation,
    words           text not null check (length(words) between 1 and 300),
    made_at         timestamptz not null,
    made_by         text not null,
    unique (board_id, organisation_id, words)
);

create table partner_aim_priority (
    aim_id      uuid not null references partner_aim on delete cascade,
    priority_id uuid not null references priority,
    primary key (aim_id, priority_id)
);
create index partner_aim_of_priority on partner_aim_priority (priority_id);
