-- What is written down at a forum. Two records, so that who ticks names does not stop who takes notes.
create table forum_notes (
    forum_id     uuid primary key references forum,
    version      bigint not null,
    authority_id uuid not null references local_authority,
    text         text not null,
    written_by   text not null,
    written_at   timestamptz not null
);

create table forum_attendance (
    forum_id     uuid primary key references forum,
    version      bigint not null,
    authority_id uuid not null references local_authority,
    others       text not null,
    recorded_by  text not null,
    recorded_at  timestamptz not null
);

create table forum_attendee (
    forum_id   uuid not null references forum_attendance,
    account_id uuid not null references account,
    primary key (forum_id, account_id)
);
