-- A board's decisions, numbered in one register. What was decided never changes: it is corrected by a new decision that
-- supersedes it, and no decision is superseded twice.
create table decision (
    id               uuid primary key,
    version          bigint not null,
    board_id         uuid not null references board,
    number           int not null,
    item_id          uuid references meeting_item,
    restricted       boolean not null,
    state            text not null check (state in ('PROPOSED', 'CIRCULATED', 'DECIDED', 'DEFERRED', 'WITHDRAWN',
                         'IMPLEMENTED', 'REVIEWED', 'SUPERSEDED')),
    title            text not null check (length(title) between 1 and 200),
    text             text not null check (length(text) between 1 and 4000),
    options          text check (length(options) between 1 and 4000),
    rationale        text check (length(rationale) between 1 and 4000),
    protocol         text not null check (protocol in ('CONSENSUS', 'MAJORITY', 'CHAIR_ACTION', 'ADVISORY')),
    terms_id         uuid not null references board_terms,
    clause_id        uuid references board_remit_clause,
    look_again_on    date,
    supersedes_id    uuid references decision,
    proposed_by      text not null,
    proposed_at      timestamptz not null,
    circulated_at    timestamptz,
    written          boolean not null,
    deadline         date,
    reminded_on      date,
    carried          boolean,
    decided_at       timestamptz,
    decided_by       text,
    part_taken       int,
    quorum_needed    int,
    votes_for        int,
    votes_against    int,
    votes_abstain    int,
    legality         text,
    conflicts        text,
    reason           text check (length(reason) between 1 and 2000),
    implemented_at   timestamptz,
    review           text check (length(review) between 1 and 4000),
    unique (board_id, number),
    check (supersedes_id is distinct from id),
    check ((carried is not null) = (state in ('DECIDED', 'IMPLEMENTED', 'REVIEWED', 'SUPERSEDED'))),
    check ((decided_at is not null) = (carried is not null)),
    check (state not in ('DEFERRED', 'WITHDRAWN') or reason is not null),
    check (not (written and state = 'CIRCULATED') or deadline is not null)
);
create index decision_of_board on decision (board_id, number desc);
create index decision_under_item on decision (item_id);
-- Twice superseded is never: neither by two decisions that stand, nor by two that were made at once.
create unique index decision_superseded_once on decision (supersedes_id)
    where state in ('DECIDED', 'IMPLEMENTED', 'REVIEWED', 'SUPERSEDED') and carried;

-- A seat votes once; who gave the vote may be the member, a deputy in their place, or the clerk who wrote it down.
create table decision_vote (
    decision_id   uuid not null references decision,
    membership_id uuid not null references board_membership,
    vote          text not null check (vote in ('FOR', 'AGAINST', 'ABSTAIN')),
    dissent       text check (length(dissent) between 1 and 2000),
    cast_by       text not null,
    cast_at       timestamptz not null,
    primary key (decision_id, membership_id)
);

-- Who has an interest in a decision that is made in writing; in a meeting the item's interests count.
create table decision_interest (
    decision_id   uuid not null references decision,
    membership_id uuid not null references board_membership,
    words         text not null check (length(words) between 1 and 2000),
    declared_at   timestamptz not null,
    declared_by   text not null,
    primary key (decision_id, membership_id)
);
