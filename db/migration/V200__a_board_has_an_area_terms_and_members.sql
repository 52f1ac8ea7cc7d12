-- A board of a region: the regional board, a sub-regional one, a task group. It belongs to the regional team that
-- co-ordinates it; who else sees more of it than its public record is said by its memberships.
create table board (
    id                    uuid primary key,
    version               bigint not null,
    region_code           text not null references region,
    owner_organisation_id uuid not null references organisation,
    parent_id             uuid references board,
    kind                  text not null check (kind in ('REGIONAL', 'SUB_REGIONAL', 'TASK_GROUP')),
    name                  text not null check (length(name) between 1 and 200),
    purpose               text not null check (length(purpose) between 1 and 4000),
    starts_on             date not null,
    ends_on               date,
    check (ends_on is null or ends_on >= starts_on),
    check (parent_id is distinct from id)
);
create index board_of_region on board (region_code, kind);
create index board_below on board (parent_id);

-- The authorities and dioceses that a board is for, each from a day: a sub-region is its board's own dated list.
create table board_area (
    id              uuid primary key,
    board_id        uuid not null references board,
    organisation_id uuid not null references organisation,
    starts_on       date not null,
    ends_on         date,
    check (ends_on is null or ends_on >= starts_on),
    unique (board_id, organisation_id, starts_on)
);

-- What sort of member somebody is. National bodies come and go, so a type has days and may follow another.
create table board_member_type (
    id          uuid primary key,
    region_code text not null references region,
    name        text not null check (length(name) between 1 and 100),
    starts_on   date,
    ends_on     date,
    follows_id  uuid references board_member_type,
    source      text,
    check (ends_on is null or starts_on is null or ends_on >= starts_on),
    unique (region_code, name)
);

-- A board's ways of working. A version never changes; changing them makes the next one, in force from a day.
create table board_terms (
    id             uuid primary key,
    board_id       uuid not null references board,
    number         int not null,
    starts_on      date not null,
    quorum         int not null check (quorum between 1 and 100),
    usual_protocol text not null check (usual_protocol in ('CONSENSUS', 'MAJORITY', 'CHAIR_ACTION', 'ADVISORY')),
    conflict_rule  text not null check (length(conflict_rule) between 1 and 4000),
    agreed_by      text not null,
    agreed_at      timestamptz not null,
    unique (board_id, number)
);

-- Beside the count: at least so many of this type have to be there.
create table board_quorum_part (
    terms_id       uuid not null references board_terms,
    member_type_id uuid not null references board_member_type,
    minimum        int not null check (minimum between 1 and 100),
    primary key (terms_id, member_type_id)
);

-- How the board decides, in its own words; a protocol without words is not used by it.
create table board_protocol (
    terms_id uuid not null references board_terms,
    protocol text not null check (protocol in ('CONSENSUS', 'MAJORITY', 'CHAIR_ACTION', 'ADVISORY')),
    words    text not null check (length(words) between 1 and 4000),
    primary key (terms_id, protocol)
);

-- The remit, clause by clause, so that a decision can quote the one it rests on.
create table board_remit_clause (
    id       uuid primary key,
    terms_id uuid not null references board_terms,
    number   int not null,
    words    text not null check (length(words) between 1 and 1000),
    unique (terms_id, number)
);

-- Who sits on a board, for a term: a person with an account, or a name without one; for a registered organisation, or
-- one that is only named.
create table board_membership (
    id                uuid primary key,
    version           bigint not null,
    board_id          uuid not null references board,
    organisation_id   uuid references organisation,
    organisation_name text check (length(organisation_name) between 1 and 200),
    member_type_id    uuid not null references board_member_type,
    account_id        uuid references account,
    person_name       text check (length(person_name) between 1 and 200),
    role              text not null check (role in ('CHAIR', 'VICE_CHAIR', 'MEMBER', 'DEPUTY', 'ADVISER', 'OBSERVER')),
    voting            boolean not null,
    starts_on         date not null,
    ends_on           date,
    check (ends_on is null or ends_on >= starts_on),
    check ((organisation_id is null) <> (organisation_name is null)),
    check ((account_id is null) <> (person_name is null)),
    check (not voting or role not in ('ADVISER', 'OBSERVER'))
);
create index board_membership_of_board on board_membership (board_id, starts_on);
create index board_membership_of_account on board_membership (account_id, board_id);
