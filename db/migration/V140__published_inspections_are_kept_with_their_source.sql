-- Published outcomes of Ofsted's inspections. A report's own address is what makes it the same report in every file.
create table inspection (
    id           uuid primary key,
    authority_id uuid not null references local_authority,
    scheme_code  text references judgement_scheme,
    kind         text not null check (kind in ('SHORT', 'STANDARD', 'OTHER', 'NOT_STATED')),
    starts_on    date,
    ends_on      date,
    published_on date not null,
    source       text not null unique,
    check (ends_on >= starts_on)
);
create index inspection_of_authority on inspection (authority_id, published_on desc);

-- No grade is told apart: not readable in the source, or blank there.
create table inspection_judgement (
    inspection_id uuid not null references inspection,
    area_code     text not null,
    reading       text not null check (reading in ('GRADED', 'UNREADABLE', 'BLANK')),
    grade_code    text,
    primary key (inspection_id, area_code),
    check ((reading = 'GRADED') = (grade_code is not null))
);

-- A file that was sent. It waits while its warnings have not been accepted, and changes nothing until then.
create table inspection_import (
    id            uuid primary key,
    file_name     text not null,
    sha256        text not null,
    content       bytea not null,
    sent_at       timestamptz not null,
    sent_by       text not null,
    state         text not null check (state in ('WAITING', 'APPLIED')),
    accepted_at   timestamptz,
    accepted_by   text,
    added         int,
    changed       int,
    unchanged     int
);
create index inspection_import_of_file on inspection_import (sha256);
