-- One version of an authority's self-evaluation in one cycle. A change after submission makes the next version.
create table self_evaluation (
    id                    uuid primary key,
    version               bigint not null,
    authority_id          uuid not null references local_authority,
    other_authority_id    uuid,
    owner_organisation_id uuid,
    cycle_id              uuid not null references cycle,
    year                  int not null,
    template_version      text not null,
    number                int not null check (number >= 1),
    supersedes            uuid references self_evaluation,
    state                 text not null
        check (state in ('DRAFT', 'IN_REVIEW', 'SIGNED_OFF', 'SUBMITTED', 'CHALLENGED', 'CLOSED')),
    started_at            timestamptz not null,
    started_by            text not null,
    sent_at               timestamptz,
    signed_off_at         timestamptz,
    submitted_at          timestamptz,
    submitted_by          text,
    challenged_at         timestamptz,
    closed_at             timestamptz,
    returned_at           timestamptz,
    returned_by           text,
    returned_because      text,
    unique (authority_id, cycle_id, number)
);
create index self_evaluation_in_cycle on self_evaluation (cycle_id, authority_id, number desc);

-- A section, as the template had it on the day the self-evaluation was started. Its own version, so that two people in
-- two sections are never in each other's way.
create table self_evaluation_section (
    id             uuid primary key,
    version        bigint not null,
    evaluation_id  uuid not null references self_evaluation,
    authority_id   uuid not null references local_authority,
    code           text not null,
    position       int not null,
    title          text not null,
    guidance       text not null,
    area_code      text,
    progress       boolean not null,
    body           text not null check (length(body) <= 50000),
    grade          text,
    complete       boolean not null,
    saved_at       timestamptz,
    saved_by       text,
    unique (evaluation_id, code)
);

-- Every text that was ever saved, so that a conflict can show where both started and versions can be compared.
create table self_evaluation_revision (
    section_id uuid not null references self_evaluation_section,
    version    bigint not null,
    body       text not null,
    grade      text,
    saved_at   timestamptz not null,
    saved_by   text not null,
    primary key (section_id, version)
);

-- A strength or an area for development named in a section. Its origin is the point's id in the first version that had it.
create table self_evaluation_point (
    id            uuid primary key,
    version       bigint not null,
    section_id    uuid not null references self_evaluation_section,
    authority_id  uuid not null references local_authority,
    kind          text not null check (kind in ('STRENGTH', 'AREA_FOR_DEVELOPMENT')),
    text          text not null check (length(text) between 1 and 2000),
    origin_id     uuid not null,
    created_at    timestamptz not null
);
create index self_evaluation_point_of_section on self_evaluation_point (section_id, kind, id);

-- A file as it was uploaded; never changed.
create table self_evaluation_document (
    id            uuid primary key,
    evaluation_id uuid not null references self_evaluation,
    authority_id  uuid not null references local_authority,
    name          text not null,
    media_type    text not null,
    size          bigint not null,
    content       bytea not null,
    uploaded_at   timestamptz not null,
    uploaded_by   text not null
);

create table self_evaluation_evidence (
    id           uuid primary key,
    version      bigint not null,
    section_id   uuid not null references self_evaluation_section,
    authority_id uuid not null references local_authority,
    kind         text not null check (kind in ('INDICATOR', 'AUDIT', 'OBSERVATION', 'CHILD_VOICE',
                                               'PRACTITIONER_FEEDBACK', 'EXTERNAL_REVIEW', 'DOCUMENT')),
    reference    text not null check (length(reference) between 1 and 300),
    dated        date,
    note         text not null check (length(note) <= 2000),
    document_id  uuid references self_evaluation_document,
    created_at   timestamptz not null
);
create index self_evaluation_evidence_of_section on self_evaluation_evidence (section_id, id);
create index self_evaluation_evidence_with_document on self_evaluation_evidence (document_id);

-- A name under the self-evaluation. Void ones stay: they say what was signed, and what an edit undid.
create table self_evaluation_sign_off (
    id            uuid primary key,
    evaluation_id uuid not null references self_evaluation,
    authority_id  uuid not null references local_authority,
    step          int not null,
    verb          text not null,
    role          text not null,
    signed_by     text not null,
    acting_as     text not null,
    account_id    uuid,
    signed_on     date not null,
    recorded_at   timestamptz not null,
    on_paper      boolean not null,
    document_id   uuid references self_evaluation_document,
    recorded_by   text not null,
    voided_at     timestamptz,
    voided_because text
);
create unique index self_evaluation_signed_once on self_evaluation_sign_off (evaluation_id, step) where voided_at is null;
