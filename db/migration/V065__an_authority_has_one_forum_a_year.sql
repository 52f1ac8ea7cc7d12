-- An authority's peer challenge forum in a cycle. The first four columns after the version say whom it belongs to.
create table forum (
    id                    uuid primary key,
    version               bigint not null,
    authority_id          uuid not null references local_authority,
    other_authority_id    uuid references local_authority,
    owner_organisation_id uuid references organisation,
    cycle_id              uuid not null references cycle,
    state                 text not null check (state in ('PLANNED', 'PANEL_CONFIRMED', 'PACK_ISSUED', 'QUESTIONS_ISSUED',
                              'RESPONSES_IN', 'HELD', 'HEADLINES_DRAFT', 'HEADLINES_AGREED', 'CONVERSATION_HELD', 'CLOSED',
                              'POSTPONED', 'CANCELLED')),
    resumes_as            text,
    held_on               date,
    starts_at             time,
    ends_at               time,
    place                 text,
    link                  text,
    chair                 text,
    accepted_because      text,
    check ((state = 'POSTPONED') = (resumes_as is not null))
);
-- A cancelled forum may be followed by a new one.
create unique index forum_of_authority_in_cycle on forum (authority_id, cycle_id) where state <> 'CANCELLED';
create index forum_in_cycle on forum (cycle_id, held_on);

-- Who sits on the panel; each place is an appointment too, and the appointment is what opens the papers.
create table forum_seat (
    forum_id          uuid not null references forum,
    position          int not null,
    account_id        uuid not null references account,
    name              text not null,
    part              text not null check (part in
                          ('PEER', 'EDUCATION_SPECIALIST', 'SOCIAL_CARE_LEAD', 'FACILITATOR', 'NOTE_TAKER')),
    from_authority_id uuid references local_authority,
    since             date not null,
    accepted_because  text,
    primary key (forum_id, position)
);
create index forum_seat_of_account on forum_seat (account_id);

-- The steps a forum came to, postponements and cancellations with their reason among them.
create table forum_step (
    forum_id   uuid not null references forum,
    position   int not null,
    state      text not null,
    reached_at timestamptz not null,
    by_name    text not null,
    because    text,
    primary key (forum_id, position)
);
