-- A form that arrived without its session, for one account, for a day. What was typed is encrypted (AES-GCM).
create table kept_submission (
    id         uuid primary key,
    account_id uuid not null references account,
    address    text not null,
    typed      bytea not null,
    kept_at    timestamptz not null,
    expires_at timestamptz not null
);
create index kept_submission_of_account on kept_submission (account_id, kept_at desc);
create index kept_submission_by_end on kept_submission (expires_at);
