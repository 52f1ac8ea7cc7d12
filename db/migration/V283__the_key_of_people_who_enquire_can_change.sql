-- The name of the key that a person, their notes and what was said at a hand-over are sealed and looked up under; "secret" is
-- the one made from the installation's secret. A job seals anew what is not under the first key of the ring.
alter table enquiry add sealed_under text not null default 'secret';
create index enquiry_to_seal_anew on enquiry (sealed_under) where sealed is not null;
