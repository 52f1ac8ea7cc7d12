alter table annual_conversation add foreign key (cycle_id) references cycle;
