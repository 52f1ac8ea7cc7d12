alter table headline
    add foreign key (forum_id) references forum,
    add foreign key (cycle_id) references cycle;
alter table regional_headline add foreign key (cycle_id) references cycle;
