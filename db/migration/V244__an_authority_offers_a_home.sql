-- A fostering service's answer to a referral. Placing authority: authority_id; fostering authority: other_authority_id.
create table offer (
    id                    uuid primary key,
    version               bigint not null,
    authority_id          uuid not null references local_authority,
    other_authority_id    uuid not null references local_authority,
    owner_organisation_id uuid references organisation,
    referral_id           uuid not null references referral on delete cascade,
    vacancy_id            uuid not null references vacancy,
    area_authority_id     uuid not null references local_authority,
    carer_reference       text not null,
    state                 text not null check (state in ('OFFERED', 'SHORTLISTED', 'PROPOSED', 'ACCEPTED', 'DECLINED',
                              'WITHDRAWN', 'CLOSED')),
    start_on              date not null,
    allowance             numeric(8, 2) not null check (allowance >= 0),
    fee                   numeric(8, 2) not null check (fee >= 0),
    support               numeric(8, 2) not null check (support >= 0),
    management            numeric(8, 2) not null check (management >= 0),
    package               text not null check (length(package) <= 2000),
    rationale             text not null check (length(rationale) between 1 and 2000),
    gaps                  text not null check (length(gaps) <= 2000),
    score                 int not null,
    score_words           text not null,
    supervising_worker    uuid not null references account,
    offered_at            timestamptz not null,
    reason_code           text,
    reason_words          text check (length(reason_words) <= 1000),
    proposed_by           uuid references account,
    proposed_because      text check (length(proposed_because) between 1 and 1000),
    settled_at            timestamptz
);
create unique index offer_once_for_a_vacancy on offer (referral_id, vacancy_id)
    where state in ('OFFERED', 'SHORTLISTED', 'PROPOSED', 'ACCEPTED');
create unique index offer_one_accepted on offer (referral_id) where state = 'ACCEPTED';
create index offer_of_vacancy on offer (vacancy_id);

-- Who has to agree to a proposed match before anybody may approve it.
create table match_consent (
    id           uuid primary key,
    version      bigint not null,
    offer_id     uuid not null references offer on delete cascade,
    authority_id uuid not null references local_authority,
    kind         text not null check (kind in ('FOSTERING_SERVICE', 'CHILD_IN_THE_HOME')),
    state        text not null check (state in ('ASKED', 'GIVEN', 'REFUSED')),
    words        text check (length(words) <= 1000),
    answered_at  timestamptz,
    answered_by  text,
    unique (offer_id, authority_id, kind)
);
create index match_consent_of_authority on match_consent (authority_id, state);

-- Who approves placements out of area for an authority (regulation 11), named by its Director.
create table nominated_officer (
    id           uuid primary key,
    authority_id uuid not null references local_authority,
    account_id   uuid not null references account,
    starts_on    date not null,
    ends_on      date,
    named_by     text not null
);
create unique index nominated_officer_once on nominated_officer (authority_id, account_id) where ends_on is null;
