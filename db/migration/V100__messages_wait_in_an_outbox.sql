-- A message to a person, written in the transaction that causes it and sent after it. A link in it is worth something:
-- its text is deleted when it has been sent.
create table outbox_message (
    id              uuid primary key,
    recipient_name  text not null,
    recipient_email text not null,
    subject         text not null,
    body            text,
    written_at      timestamptz not null,
    next_attempt_at timestamptz not null,
    attempts        int not null default 0,
    sent_at         timestamptz,
    given_up_at     timestamptz,
    last_failure    text
);
create index outbox_message_to_send on outbox_message (next_attempt_at) where sent_at is null and given_up_at is null;
create index outbox_message_by_time on outbox_message (written_at desc, id desc);
