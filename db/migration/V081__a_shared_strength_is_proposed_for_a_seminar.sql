-- An Ofsted colleague proposes a strength that was shared with them for a seminar; the Director consents or declines.
create table seminar_proposal (
    id                    uuid primary key,
    version               bigint not null,
    authority_id          uuid not null references local_authority,
    other_authority_id    uuid references local_authority,
    owner_organisation_id uuid references organisation,
    headline_id           uuid not null references headline,
    note                  text,
    proposed_at           timestamptz not null,
    proposed_by           text not null,
    state                 text not null check (state in ('PROPOSED', 'CONSENTED', 'DECLINED')),
    answered_at           timestamptz,
    answered_by           text,
    declined_because      text,
    unique (headline_id),
    check ((state = 'PROPOSED') = (answered_at is null)),
    check ((state = 'DECLINED') = (declined_because is not null))
);
create index seminar_proposal_of_authority on seminar_proposal (authority_id);
