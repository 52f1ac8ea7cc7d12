-- A person's account. The e-mail address is how they sign in; it is kept in lower case.
create table account (
    id            uuid primary key,
    version       bigint not null,
    email         text not null unique check (email = lower(email)),
    name          text not null,
    password_hash text,
    created_at    timestamptz not null,
    closed_on     date
);

-- A role in an organisation, for a span of days.
create table role_held (
    id              uuid primary key,
    account_id      uuid not null references account,
    role            text not null,
    organisation_id uuid not null references organisation,
    starts_on       date not null,
    ends_on         date,
    given_by        text not null,
    check (ends_on is null or ends_on >= starts_on)
);
create index role_held_by_account on role_held (account_id);
create index role_held_in_organisation on role_held (organisation_id, role);

-- A dated part: on a forum's panel, in the data group, as acting Director, as an authority's Ofsted link.
create table appointment (
    id         uuid primary key,
    account_id uuid not null references account,
    kind       text not null,
    subject_id uuid not null,
    starts_on  date not null,
    ends_on    date,
    given_by   text not null,
    check (ends_on is null or ends_on >= starts_on)
);
create index appointment_of_account on appointment (account_id, kind);
create index appointment_to_subject on appointment (subject_id, kind);
