-- Also ended shares are asked for: a headline that was withdrawn from Ofsted is not offered for sharing as if it were new.
create index share_by_record on share (record_id, audience);
