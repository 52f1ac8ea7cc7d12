-- A record may be shown from a day on, such as the day a quarter's figures are released; null from the moment it was made.
alter table share add column from_day date;
