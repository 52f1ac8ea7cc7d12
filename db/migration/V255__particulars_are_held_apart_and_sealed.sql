-- A placed child's name, date of birth, care plan and assessment, encrypted (AES-GCM, bound to placement and number), apart
-- from everything else about the placement. key_id says under which key of the ring.
create table placement_particulars (
    placement_id uuid not null references placement on delete cascade,
    number       int not null check (number between 1 and 9),
    version      bigint not null,
    key_id       text not null,
    sealed       bytea not null,
    kept_at      timestamptz not null,
    kept_by      text not null,
    primary key (placement_id, number)
);
create index placement_particulars_by_key on placement_particulars (key_id);

-- Who may open them beside the workers that the placement itself names.
create table particulars_worker (
    id           uuid primary key,
    placement_id uuid not null references placement on delete cascade,
    authority_id uuid not null references local_authority,
    account_id   uuid not null references account,
    named_at     timestamptz not null,
    named_by     text not null,
    ended_at     timestamptz,
    ended_by     text
);
create unique index particulars_worker_once on particulars_worker (placement_id, account_id) where ended_at is null;

-- Each opening, with its reason: by a named worker (account_id), or by the recipient of a notice.
create table particulars_opening (
    id           uuid primary key,
    placement_id uuid not null references placement on delete cascade,
    account_id   uuid references account,
    who          text not null,
    reason       text not null check (length(reason) between 1 and 500),
    opened_at    timestamptz not null,
    open_until   timestamptz not null
);
create index particulars_opening_of_placement on particulars_opening (placement_id, opened_at desc);
