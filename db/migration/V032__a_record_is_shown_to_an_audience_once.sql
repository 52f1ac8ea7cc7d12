-- Two people who press the same button at the same moment make one share.
create unique index share_stands_once on share (record_id, audience, audience_id) nulls not distinct
    where ended_at is null;
