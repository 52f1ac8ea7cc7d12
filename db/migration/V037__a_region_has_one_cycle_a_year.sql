-- A region's year, with the template, the judgement scheme, the forum shape and the memorandum that go with it.
create table cycle (
    id                   uuid primary key,
    version              bigint not null,
    region_code          text not null references region,
    year_starts_in       int not null check (year_starts_in between 1990 and 2100),
    state                text not null check (state in ('DRAFT', 'OPEN', 'CLOSED')),
    scheme_code          text not null references judgement_scheme,
    template_id          uuid not null references self_evaluation_template,
    maximum_peers        int not null check (maximum_peers between 1 and 20),
    education_specialist boolean not null,
    social_care_lead     boolean not null,
    memorandum           text not null,
    set_up_at            timestamptz not null,
    opened_at            timestamptz,
    closed_at            timestamptz,
    unique (region_code, year_starts_in)
);

create table cycle_milestone (
    cycle_id    uuid not null references cycle,
    kind        text not null,
    falls_on    date not null,
    responsible text not null,
    primary key (cycle_id, kind)
);

-- One person's signature under the memorandum for an authority. Each of the three roles signs once.
create table memorandum_signature (
    id               uuid primary key,
    version          bigint not null,
    cycle_id         uuid not null references cycle,
    authority_id     uuid not null references local_authority,
    role             text not null check (role in ('DIRECTOR', 'CHIEF_EXECUTIVE', 'LEAD_MEMBER')),
    signed_by        uuid references account,
    signed_by_name   text not null,
    acting           boolean not null,
    signed_at        timestamptz not null,
    signed_on        date not null,
    recorded_by      uuid references account,
    recorded_by_name text,
    note             text,
    unique (cycle_id, authority_id, role),
    check ((recorded_by is null) <> (signed_by is null))
);
create index memorandum_signature_of_authority on memorandum_signature (authority_id, cycle_id);
