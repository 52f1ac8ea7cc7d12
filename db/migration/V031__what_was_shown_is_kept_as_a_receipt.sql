-- One act of showing: what, to whom, by whom, when, and the words that were read before the button was pressed.
create table receipt (
    id             uuid primary key,
    authority_id   uuid not null references local_authority,
    about_kind     text not null,
    about_id       uuid not null,
    title          text not null,
    audience       text not null,
    audience_id    uuid,
    words          text not null,
    made_at        timestamptz not null,
    made_by        uuid not null references account,
    made_by_name   text not null,
    made_by_acting text not null
);
create index receipt_about on receipt (about_kind, about_id, made_at);
create index receipt_of_authority on receipt (authority_id, made_at desc);

-- What exactly was shown, as it read at that moment. The audience reads this copy, never the record behind it.
create table receipt_item (
    receipt_id  uuid not null references receipt,
    position    smallint not null,
    share_id    uuid not null unique references share,
    record_kind text not null,
    record_id   uuid not null,
    heading     text not null,
    body        text not null,
    detail      text,
    primary key (receipt_id, position)
);
create index receipt_item_of_record on receipt_item (record_id);
