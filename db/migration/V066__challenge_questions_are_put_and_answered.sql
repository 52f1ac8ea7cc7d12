-- A question put to an authority before its forum, and its written response.
create table challenge_question (
    id               uuid primary key,
    version          bigint not null,
    forum_id         uuid not null references forum,
    authority_id     uuid not null references local_authority,
    source           text not null check (source in ('DATA_GROUP', 'OFSTED_KLOE', 'PEER', 'PREVIOUS_CYCLE')),
    area_code        text,
    text             text not null,
    place_in_order   int not null,
    written_by_name  text not null,
    written_at       timestamptz not null,
    response         text,
    responded_by     text,
    responded_at     timestamptz
);
create index challenge_question_of_forum on challenge_question (forum_id, place_in_order);
