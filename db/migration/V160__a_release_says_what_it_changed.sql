-- What a release has that the one before it had not, or has no longer; and of how many figures it changed the value.
create table dataset_change (
    release_key int not null references dataset_release (key) on delete cascade,
    position    int not null,
    kind        text not null,
    label       text not null,
    times       bigint not null,
    primary key (release_key, position)
);

-- The figures themselves that were published before and say something else now; of a release at most 10,000.
create table dataset_restatement (
    release_key   int not null references dataset_release (key) on delete cascade,
    position      int not null,
    figure        text not null,
    items         text[] not null,
    period        int not null,
    place_code    text not null,
    place_name    text not null,
    value_before  numeric,
    symbol_before text,
    value_after   numeric,
    symbol_after  text,
    primary key (release_key, position)
);
