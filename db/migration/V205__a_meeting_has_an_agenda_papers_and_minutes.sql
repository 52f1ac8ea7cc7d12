-- A meeting of a board. Its minutes are a draft until the chair has cleared them; they are circulated, and approved by a
-- later meeting of the same board, which makes the public record.
create table meeting (
    id             uuid primary key,
    version        bigint not null,
    board_id       uuid not null references board,
    series         text check (length(series) between 1 and 200),
    title          text not null check (length(title) between 1 and 200),
    held_on        date not null,
    starts_at      time not null,
    place          text not null check (length(place) between 1 and 200),
    state          text not null check (state in ('PLANNED', 'HELD', 'CANCELLED')),
    reason         text check (length(reason) between 1 and 1000),
    issued_at      timestamptz,
    others_present text check (length(others_present) between 1 and 2000),
    minutes        text not null check (minutes in ('DRAFT', 'CLEARED', 'CIRCULATED', 'APPROVED')),
    cleared_by     text,
    cleared_at     timestamptz,
    circulated_at  timestamptz,
    approved_at    timestamptz,
    approved_at_id uuid references meeting,
    check (minutes = 'DRAFT' or state = 'HELD'),
    check ((state = 'CANCELLED') = (reason is not null)),
    check ((minutes = 'APPROVED') = (approved_at_id is not null)),
    check (approved_at_id is distinct from id)
);
create index meeting_of_board on meeting (board_id, held_on desc);

-- What a meeting deals with. Without a meeting an item waits in its board's backlog. The minute has a version of its own,
-- so that two who write minutes at once never overwrite each other.
create table meeting_item (
    id                 uuid primary key,
    version            bigint not null,
    board_id           uuid not null references board,
    meeting_id         uuid references meeting,
    place              int not null,
    kind               text not null check (kind in ('DECISION', 'DISCUSSION', 'INFORMATION')),
    title              text not null check (length(title) between 1 and 200),
    note               text check (length(note) between 1 and 4000),
    lead_membership_id uuid references board_membership,
    lead_name          text check (length(lead_name) between 1 and 200),
    minutes_allotted   int not null check (minutes_allotted between 1 and 480),
    restricted         boolean not null,
    carried            boolean not null,
    carried_from_id    uuid unique references meeting_item,
    minute             text not null,
    minute_version     bigint not null,
    minute_by          text,
    minute_at          timestamptz,
    check (lead_membership_id is null or lead_name is null),
    check (length(minute) <= 20000)
);
create index meeting_item_of_meeting on meeting_item (meeting_id, place);
create index meeting_item_in_backlog on meeting_item (board_id) where meeting_id is null;

-- A paper of an item. One that was removed keeps its name and who removed it; its content goes.
create table meeting_paper (
    id              uuid primary key,
    item_id         uuid not null references meeting_item,
    title           text not null check (length(title) between 1 and 200),
    file_name       text not null,
    media_type      text not null,
    bytes           int not null,
    sha256          text not null,
    scanned         boolean not null,
    uploaded_at     timestamptz not null,
    uploaded_by     text not null,
    removed_at      timestamptz,
    removed_by      text,
    removed_because text check (length(removed_because) between 1 and 1000),
    check ((removed_at is null) = (removed_because is null))
);
create index meeting_paper_of_item on meeting_paper (item_id, uploaded_at);

create table meeting_paper_content (
    paper_id uuid primary key references meeting_paper,
    content  bytea not null
);

-- Who came. A deputy is a member of the board in that role, or a name.
create table meeting_attendance (
    meeting_id       uuid not null references meeting,
    membership_id    uuid not null references board_membership,
    status           text not null check (status in ('PRESENT', 'DEPUTY', 'APOLOGIES', 'ABSENT')),
    deputy_id        uuid references board_membership,
    deputy_name      text check (length(deputy_name) between 1 and 200),
    primary key (meeting_id, membership_id),
    check (status = 'DEPUTY' or (deputy_id is null and deputy_name is null)),
    check (status <> 'DEPUTY' or (deputy_id is null) <> (deputy_name is null))
);

-- A member's interest in one item: who declares one withdraws from it.
create table declared_interest (
    id            uuid primary key,
    item_id       uuid not null references meeting_item,
    membership_id uuid not null references board_membership,
    words         text not null check (length(words) between 1 and 2000),
    declared_at   timestamptz not null,
    declared_by   text not null,
    unique (item_id, membership_id)
);

-- The papers of a meeting as one file: for voting members with what is restricted, for everybody else without.
create table meeting_pack (
    meeting_id  uuid not null references meeting,
    restricted  boolean not null,
    number      int not null,
    fingerprint text not null,
    parts       text not null,
    changed     text not null,
    pages       int not null,
    built_at    timestamptz not null,
    content     bytea not null,
    primary key (meeting_id, restricted)
);
