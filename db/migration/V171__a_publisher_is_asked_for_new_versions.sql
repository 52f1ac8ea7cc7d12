-- A data set can name itself in the public API of Explore education statistics. A version that is found there is proposed,
-- once; a person imports it or sets it aside.
alter table dataset add column publisher_id uuid;
create table dataset_proposal (
    id                uuid primary key,
    dataset_id        uuid not null references dataset,
    publisher_id      uuid not null,
    publisher_version text not null check (length(publisher_version) <= 40),
    published_on      date,
    major_changes     int not null,
    minor_changes     int not null,
    words             text not null check (length(words) <= 2000),
    found_at          timestamptz not null,
    state             text not null check (state in ('PROPOSED', 'TAKEN', 'DISMISSED')),
    unique (dataset_id, publisher_id, publisher_version)
);
