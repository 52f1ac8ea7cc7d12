-- Who signs in on behalf of no authority.
insert into account (id, version, email, name, password_hash, created_at)
select gen_random_uuid(), 0, who || '@bench.example', 'Bench ' || who, ':hash', now()
from (values ('manager'), ('ofsted'), ('reader'), ('admin')) w(who);
insert into role_held (id, account_id, role, organisation_id, starts_on, given_by)
select gen_random_uuid(), a.id, r.role, o.id, date '2020-01-01', 'bench'
from (values ('manager', 'REGIONAL_MANAGER'), ('ofsted', 'OFSTED_COLLEAGUE'), ('reader', 'READER'), ('admin', 'ADMINISTRATOR')) r(who, role)
join account a on a.email = r.who || '@bench.example'
join organisation o on case r.who when 'ofsted' then o.kind = 'OFSTED'
     when 'reader' then o.kind = 'REGIONAL_TEAM' and o.region_code = 'E12000003'
     else o.kind = 'REGIONAL_TEAM' and o.region_code = 'E12000002' end;
