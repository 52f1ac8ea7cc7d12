-- The annual conversation (today's term: annual engagement meeting) of an authority with its Ofsted colleague.
create table annual_conversation (
    id                    uuid primary key,
    version               bigint not null,
    authority_id          uuid not null references local_authority,
    other_authority_id    uuid references local_authority,
    owner_organisation_id uuid references organisation,
    cycle_id              uuid not null,
    year_starts_in        smallint not null,
    remit                 text not null check (remit in ('SOCIAL_CARE', 'EDUCATION', 'SEND', 'JOINT')),
    date                  date not null,
    starts_at             time,
    place                 text,
    attendees             text,
    state                 text not null check (state in ('PLANNED', 'POSTPONED', 'HELD', 'CLOSED', 'CANCELLED')),
    reason                text,
    planned_at            timestamptz not null,
    closed_at             timestamptz
);
create index annual_conversation_of_authority on annual_conversation (authority_id, cycle_id);
create index annual_conversation_by_date on annual_conversation (date, id);
create unique index annual_conversation_once_for_a_remit on annual_conversation (authority_id, cycle_id, remit)
    where state <> 'CANCELLED';

-- What it is to be about: the shared headlines as they read when the agenda was made, and what either side added.
create table agenda_item (
    conversation_id uuid not null references annual_conversation,
    number          int not null,
    headline_id     uuid references headline,
    heading         text,
    text            text not null,
    primary key (conversation_id, number)
);

-- Each side's private notes; one text for a side of a conversation.
create table conversation_note (
    id                    uuid primary key,
    version               bigint not null,
    conversation_id       uuid not null references annual_conversation,
    side                  text not null check (side in ('AUTHORITY', 'OFSTED')),
    authority_id          uuid references local_authority,
    other_authority_id    uuid references local_authority,
    owner_organisation_id uuid references organisation,
    text                  text not null,
    written_at            timestamptz not null,
    written_by            text not null,
    unique (conversation_id, side)
);

-- What follows from it: proposed by either, agreed by the Director and the Ofsted colleague, then a commitment.
create table next_step (
    id                    uuid primary key,
    version               bigint not null,
    conversation_id       uuid not null references annual_conversation,
    authority_id          uuid not null references local_authority,
    other_authority_id    uuid references local_authority,
    owner_organisation_id uuid references organisation,
    text                  text not null check (length(text) between 1 and 1000),
    owner                 text not null check (length(owner) between 1 and 200),
    due                   date,
    state                 text not null check (state in ('PROPOSED', 'AGREED', 'DROPPED')),
    proposed_at           timestamptz not null,
    proposed_by           text not null,
    proposed_by_side      text not null check (proposed_by_side in ('AUTHORITY', 'OFSTED')),
    director_agreed_at    timestamptz,
    director_agreed_by    text,
    ofsted_agreed_at      timestamptz,
    ofsted_agreed_by      text,
    dropped_because       text
);
create index next_step_of_conversation on next_step (conversation_id, proposed_at);
