-- Attempts to sign in that have not succeeded, kept for a day. What was typed as an address is kept only as a hash:
-- people type passwords into the wrong field.
create table sign_in_attempt (
    id       uuid primary key,
    typed    bytea not null,
    sent_from text not null,
    at       timestamptz not null
);
create index sign_in_attempt_by_address on sign_in_attempt (typed, at);
create index sign_in_attempt_by_sender on sign_in_attempt (sent_from, at);
create index sign_in_attempt_by_time on sign_in_attempt (at);

-- A link that lets one person choose a password, once. Only the hash of what stands in the link is kept.
create table password_link (
    id         uuid primary key,
    account_id uuid not null references account,
    purpose    text not null check (purpose in ('INVITATION', 'RESET')),
    token_hash bytea not null unique,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index password_link_of_account on password_link (account_id, made_at);
