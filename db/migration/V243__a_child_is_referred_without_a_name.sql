-- What a placing authority asks other authorities' fostering services for. It names no child: a reference, age bands and
-- needs in words that have been checked for identifiers.
create table referral (
    id                    uuid primary key,
    version               bigint not null,
    authority_id          uuid not null references local_authority,
    other_authority_id    uuid references local_authority,
    owner_organisation_id uuid references organisation,
    protocol_id           uuid references fostering_protocol,
    protocol_number       int,
    reference             text not null unique,
    route                 text not null check (route in ('PLANNED', 'EMERGENCY')),
    state                 text not null check (state in ('DRAFT', 'SEARCHED', 'CIRCULATED', 'OFFERS_IN', 'SHORTLISTED',
                              'MATCH_PROPOSED', 'PLACED', 'PLACED_IN_HOUSE', 'PLACED_WITH_AGENCY', 'NO_OFFER',
                              'WITHDRAWN')),
    home_authority_id     uuid not null references local_authority,
    age_bands             text[] not null check (cardinality(age_bands) between 1 and 9),
    gender                text not null,
    legal_status          text not null,
    type                  text not null,
    needed_by             date not null,
    duration              text not null,
    siblings_together     boolean not null,
    key_stage_4           boolean not null,
    ehc_plan              boolean not null,
    skills                text[] not null,
    avoid                 text[] not null,
    cautions              text[] not null,
    social_worker         uuid not null references account,
    iro                   uuid references account,
    weekly_budget         numeric(8, 2) check (weekly_budget >= 0),
    searched_on           date,
    search_outcome        text check (search_outcome in ('NONE_SUITABLE', 'NONE_FREE', 'FOUND')),
    search_words          text check (length(search_words) <= 2000),
    begun_at              timestamptz not null,
    circulated_at         timestamptz,
    closed_at             timestamptz,
    closing_reason        text,
    agency_weekly_rate    numeric(8, 2) check (agency_weekly_rate >= 0),
    check ((circulated_at is null) or (protocol_number is not null)),
    check ((state in ('PLACED', 'PLACED_IN_HOUSE', 'PLACED_WITH_AGENCY', 'NO_OFFER', 'WITHDRAWN')) = (closed_at is not null))
);
create index referral_of_authority on referral (authority_id, state);

create table referral_section (
    referral_id uuid not null references referral on delete cascade,
    section     text not null,
    version     bigint not null,
    text        text not null check (length(text) between 1 and 5000),
    primary key (referral_id, section)
);

create table referral_weight (
    referral_id uuid not null references referral on delete cascade,
    criterion   text not null,
    weight      int not null check (weight between 0 and 5),
    primary key (referral_id, criterion)
);

-- Which authorities it was sent to, and why these.
create table referral_circulation (
    referral_id  uuid not null references referral on delete cascade,
    authority_id uuid not null references local_authority,
    sent_at      timestamptz not null,
    homes        int not null,
    primary key (referral_id, authority_id)
);
create index referral_circulation_of_authority on referral_circulation (authority_id);

-- What stays of a referral when it has been deleted.
create table referral_statistic (
    id                  uuid primary key,
    region_code         text not null references region,
    authority_id        uuid not null references local_authority,
    home_authority_id   uuid not null references local_authority,
    age_band            text not null,
    type                text not null,
    children            int not null,
    route               text not null,
    month               date not null,
    outcome             text not null,
    days_to_offer       int,
    days_to_start       int,
    agency_weekly_rate  numeric(8, 2)
);
