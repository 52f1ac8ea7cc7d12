-- Two people may have one name, and a role may be called otherwise later: who declared an interest is known by their account.
-- Of what was declared before, the audit trail says whose account it was; where it does not, the name and role stay.
alter table declared_interest add column declared_by_id uuid references account;
alter table decision_interest add column declared_by_id uuid references account;

update declared_interest d set declared_by_id = (
    select a.id from audit_entry e join account a on a.id = e.account_id join meeting_item i on i.id = d.item_id
    where e.record_kind = 'meeting' and e.record_id = i.meeting_id and e.what like 'recorded an interest%'
        and d.declared_by = e.actor_name || ', ' || e.acting_as
        and e.at between d.declared_at - interval '1 second' and d.declared_at + interval '10 seconds'
    order by e.at limit 1);

update decision_interest d set declared_by_id = (
    select a.id from audit_entry e join account a on a.id = e.account_id
    where e.record_kind = 'decision' and e.record_id = d.decision_id and e.what like 'recorded an interest%'
        and d.declared_by = e.actor_name || ', ' || e.acting_as
        and e.at between d.declared_at - interval '1 second' and d.declared_at + interval '10 seconds'
    order by e.at limit 1);
