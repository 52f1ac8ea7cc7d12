-- So that what was written to somebody can be deleted with the record that it was about.
alter table outbox_message add column record_id uuid;
create index outbox_message_about on outbox_message (record_id) where record_id is not null;
