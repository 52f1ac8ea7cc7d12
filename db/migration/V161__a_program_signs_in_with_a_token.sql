-- A token that a person makes for a program that acts for them, in the one capacity they had when they made it. Only the
-- hash of what the program sends is kept.
create table personal_token (
    id          uuid primary key,
    account_id  uuid not null references account,
    capacity_id uuid not null,
    name        text not null check (length(name) <= 100),
    token_hash  bytea not null unique,
    made_at     timestamptz not null,
    expires_at  timestamptz not null,
    last_used_on date,
    ended_at    timestamptz
);
create index personal_token_of_account on personal_token (account_id, made_at);
