-- How long an ended placement, or one that did not start, is kept; empty while the region has not set it.
alter table fostering_protocol
    add keep_ended_days int check (keep_ended_days between 1 and 36500);

-- What stays of a placement when it has been deleted: enough for the region's numbers, and nothing of the child.
create table placement_statistic (
    id             uuid primary key,
    region_code    text not null references region,
    authority_id   uuid not null references local_authority,
    approved_month date not null,
    ended_month    date,
    ending         text check (ending in ('PLANNED', 'UNPLANNED')),
    weekly_cost    numeric(9, 2) not null,
    check ((ended_month is null) = (ending is null))
);
create index placement_statistic_of_region on placement_statistic (region_code, approved_month);
