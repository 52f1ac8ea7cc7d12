-- Which authorities share a boundary on land. Regulation 11 asks it of a placement out of area. A pair stands once, the
-- lesser id first; a pair that ends keeps its row.
create table authority_adjacency (
    first_id   uuid not null references local_authority on delete cascade,
    second_id  uuid not null references local_authority on delete cascade,
    starts_on  date,
    ends_on    date,
    note       text check (length(note) <= 500),
    checked_on date,
    checked_by text,
    primary key (first_id, second_id),
    check (first_id < second_id),
    check (ends_on is null or starts_on is null or ends_on >= starts_on),
    check ((checked_on is null) = (checked_by is null))
);
create index authority_adjacency_of_second on authority_adjacency (second_id);
