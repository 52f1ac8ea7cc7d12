-- What a row is about besides place and period, as a short name for its filter items: comparing and grouping the rows of a
-- large file by their texts took most of the time. Rows that wait are dropped; their files are asked for again.
truncate dataset_staged;
alter table dataset_staged add column series uuid not null;
