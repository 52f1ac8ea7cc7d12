-- A written notice that the Care Planning, Placement and Case Review (England) Regulations 2010 ask for, to one recipient; or
-- why it was not given. Placing authority: authority_id; fostering authority: other_authority_id.
create table statutory_notice (
    id                    uuid primary key,
    version               bigint not null,
    placement_id          uuid not null references placement on delete cascade,
    authority_id          uuid not null references local_authority,
    other_authority_id    uuid not null references local_authority,
    owner_organisation_id uuid references organisation,
    regulation            smallint not null check (regulation in (13, 14)),
    recipient_kind        text not null,
    recipient_name        text not null check (length(recipient_name) <= 200),
    recipient_email       text check (length(recipient_email) <= 254),
    code_email            text check (length(code_email) <= 254),
    carries_particulars   boolean not null,
    state                 text not null check (state in ('PREPARED', 'SENT', 'ON_PAPER', 'WITHHELD', 'NOT_NEEDED')),
    prepared_at           timestamptz not null,
    settled_on            date,
    settled_by            text,
    sent_at               timestamptz,
    words                 text check (length(words) <= 1000),
    acknowledged_at       timestamptz,
    acknowledged_how      text,
    check ((state = 'PREPARED') = (settled_on is null)),
    check (state <> 'SENT' or (recipient_email is not null and sent_at is not null)),
    check (state not in ('ON_PAPER', 'WITHHELD', 'NOT_NEEDED') or length(words) > 0),
    check (acknowledged_at is null or state in ('SENT', 'ON_PAPER')),
    check (state <> 'WITHHELD' or recipient_kind in ('PARENT', 'CONTACT', 'PREVIOUS_CARER'))
);
create index statutory_notice_of_placement on statutory_notice (placement_id, regulation);
create index statutory_notice_of_placing on statutory_notice (authority_id, prepared_at desc);
create index statutory_notice_of_fostering on statutory_notice (other_authority_id, prepared_at desc);

-- The link that a recipient without an account opens a notice with. Only a hash of what stands in it is kept.
create table notice_link (
    id           uuid primary key,
    notice_id    uuid not null references statutory_notice on delete cascade,
    token_hash   bytea not null unique,
    made_at      timestamptz not null,
    expires_at   timestamptz not null,
    opened_at    timestamptz
);
create index notice_link_of_notice on notice_link (notice_id);

-- A code for a link whose notice carries particulars, sent to an address that was known before.
create table notice_code (
    id         uuid primary key,
    link_id    uuid not null references notice_link on delete cascade,
    code_hash  text not null,
    sent_at    timestamptz not null,
    expires_at timestamptz not null,
    guesses    int not null default 0,
    used_at    timestamptz
);
create index notice_code_of_link on notice_code (link_id, sent_at desc);
