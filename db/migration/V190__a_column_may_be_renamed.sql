-- What a new release seems to call otherwise than the one before it. The importer proposes the match, a person says what it is:
-- RENAMED (the same thing under another name) or DIFFERENT (two things). "of_filter" is the filter's name in the new release.
create table dataset_rename (
    id           uuid primary key,
    release_key  int not null references dataset_release (key) on delete cascade,
    position     int not null,
    kind         text not null check (kind in ('FIGURE', 'FILTER', 'ITEM')),
    of_filter    text,
    name_before  text not null,
    name_now     text not null,
    label_before text not null,
    label_now    text not null,
    same_values  numeric check (same_values between 0 and 1),
    same_place   boolean not null,
    alike        boolean not null,
    state        text not null check (state in ('PROPOSED', 'RENAMED', 'DIFFERENT')),
    decided_at   timestamptz,
    decided_by   text,
    check ((kind = 'ITEM') = (of_filter is not null)),
    check ((state = 'PROPOSED') = (decided_at is null)),
    unique (release_key, position)
);
-- The release that a waiting file was compared with; null where it would be the first.
alter table dataset_release add column compared_with int references dataset_release (key);
update dataset_release w set compared_with = (
    select p.key from dataset_release p where p.dataset_id = w.dataset_id and p.state = 'PUBLISHED' order by p.number desc limit 1)
where w.state = 'CHECKED';
