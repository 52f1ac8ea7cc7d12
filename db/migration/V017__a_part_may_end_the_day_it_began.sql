-- A role or an appointment ends at once when its last day is yesterday; one that began today then ends before it began.
alter table role_held drop constraint role_held_check;
alter table role_held add constraint role_held_span check (ends_on is null or ends_on >= starts_on - 1);
alter table role_held add column version bigint not null default 0;
alter table appointment drop constraint appointment_check;
alter table appointment add constraint appointment_span check (ends_on is null or ends_on >= starts_on - 1);
alter table appointment add column version bigint not null default 0;
create index account_by_name on account (lower(name), id);
