-- A board's area, who came to a meeting, the priorities that an aim backs, and the figures by which a priority is judged or
-- that a routine watches are each kept by several people: a form that was opened before somebody else saved says so.
alter table board add column area_version bigint not null default 0;
alter table meeting add column attendance_version bigint not null default 0;
alter table partner_aim add column version bigint not null default 0;
alter table priority add column targets_version bigint not null default 0;
alter table monitoring_routine add column watched_version bigint not null default 0;

-- An activity and a milestone of a roadmap can be changed.
alter table priority_activity add column version bigint not null default 0;
alter table priority_milestone add column version bigint not null default 0;
