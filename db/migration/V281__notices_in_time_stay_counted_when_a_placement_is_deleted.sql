-- How many of its notices under regulation 13 were asked for, and how many were given in time.
alter table placement_statistic
    add started_month date,
    add notices_due int not null default 0 check (notices_due >= 0),
    add notices_in_time int not null default 0,
    add check (notices_in_time between 0 and notices_due);
