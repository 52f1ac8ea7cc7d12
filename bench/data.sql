-- Five years of every local authority of today, made by sets. Text shows the form and says nothing about anybody.
create temp table years as select generate_series(2022, 2026) as y;
create temp table las as
    select a.id, a.gss_code, a.region_code, o.name, row_number() over (order by a.gss_code) as n
    from local_authority a join organisation o on o.id = a.id where o.ends_on is null and not a.fictitious;
create temp table prose as
    select 'Example strength: visits happen on time and are written down within two days. ' as sentence;

insert into account (id, version, email, name, password_hash, created_at)
select gen_random_uuid(), 0, p.part || '-' || l.n || '@bench.example', 'Bench ' || p.part || ' ' || l.n, ':hash', now()
from las l, (values ('officer'), ('director'), ('chief-executive'), ('lead-member')) p(part);
insert into role_held (id, account_id, role, organisation_id, starts_on, given_by)
select gen_random_uuid(), a.id,
       case split_part(a.email, '@', 1) when 'officer-' || l.n then 'LA_OFFICER' when 'director-' || l.n then 'DIRECTOR'
            when 'chief-executive-' || l.n then 'CHIEF_EXECUTIVE' else 'LEAD_MEMBER' end,
       l.id, date '2020-01-01', 'bench'
from account a join las l on a.email ~ ('-' || l.n || '@');
insert into appointment (id, account_id, kind, subject_id, starts_on, given_by)
select gen_random_uuid(), a.id, 'OFSTED_LINK', l.id, date '2020-01-01', 'bench'
from account a, las l where a.email = 'ofsted@bench.example' and l.region_code = 'E12000002';

insert into self_evaluation_template (id, version, region_code, number, made_at, made_by_name)
select gen_random_uuid(), 0, code, 1, now(), 'bench' from region where code in (select region_code from las);
insert into template_section (template_id, position, code, title, guidance, area_code, kind)
select t.id, s.position, s.code, s.title, 'What you know, how you know it, what you will do.', s.area, s.kind
from self_evaluation_template t, (values
    (0, 'context', 'Context', null, 'CONTEXT'), (1, 'progress', 'Progress since last year', null, 'PROGRESS'),
    (2, 'area-1', 'First judgement area', 'area-1', 'JUDGEMENT_AREA'), (3, 'area-2', 'Second judgement area', 'area-2', 'JUDGEMENT_AREA'),
    (4, 'area-3', 'Third judgement area', 'area-3', 'JUDGEMENT_AREA'), (5, 'area-4', 'Fourth judgement area', 'area-4', 'JUDGEMENT_AREA'),
    (6, 'plans', 'Plans for twelve months', null, 'PLANS')) s(position, code, title, area, kind);
insert into template_sign_off (template_id, position, role, verb, optional)
select t.id, s.position, s.role, s.verb, false
from self_evaluation_template t, (values (0, 'DIRECTOR', 'approve'), (1, 'LEAD_MEMBER', 'sign')) s(position, role, verb);
insert into template_question (template_id, position, words)
select t.id, q.position, q.words from self_evaluation_template t, (values (0, 'What do you know about the quality of your work?'),
    (1, 'How do you know it?'), (2, 'What will you do next?')) q(position, words);
insert into cycle (id, version, region_code, year_starts_in, state, scheme_code, template_id, maximum_peers,
                   education_specialist, social_care_lead, memorandum, set_up_at, opened_at, closed_at)
select gen_random_uuid(), 0, t.region_code, y, case when y = 2026 then 'OPEN' else 'CLOSED' end,
       (select code from judgement_scheme order by position desc limit 1), t.id, 7, true, true, 'Example memorandum.',
       make_date(y, 9, 1), make_date(y, 9, 1), case when y < 2026 then make_date(y + 1, 8, 1) end
from self_evaluation_template t, years;
insert into cycle_milestone (cycle_id, kind, falls_on, responsible)
select c.id, m.kind, make_date(c.year_starts_in, m.month, 12), m.role
from cycle c, (values ('SELF_EVALUATION_DUE', 10, 'DIRECTOR'), ('MEMORANDUM_SIGNED', 10, 'DIRECTOR'), ('DATA_GROUP_MEETS', 11, 'DATA_LEAD'),
    ('FORUMS_FROM', 11, 'REGIONAL_MANAGER'), ('FORUMS_TO', 12, 'REGIONAL_MANAGER')) m(kind, month, role);

insert into self_evaluation (id, version, authority_id, cycle_id, year, template_version, number, state, started_at, started_by,
                             sent_at, signed_off_at, submitted_at, submitted_by)
select gen_random_uuid(), 0, l.id, c.id, c.year_starts_in, '1', 1, case when c.year_starts_in = 2026 then 'DRAFT' else 'CLOSED' end,
       c.opened_at, 'Bench officer', x.at, x.at, x.at, case when x.at is not null then 'Bench director' end
from las l join cycle c on c.region_code = l.region_code
cross join lateral (select case when c.year_starts_in < 2026 then c.opened_at + interval '40 days' end as at) x;
insert into self_evaluation_section (id, version, evaluation_id, authority_id, code, position, title, guidance, area_code, progress,
                                     body, complete, saved_at, saved_by)
select gen_random_uuid(), 0, e.id, e.authority_id, s.code, s.position, s.title, s.guidance, s.area_code, s.kind = 'PROGRESS',
       repeat(p.sentence, 40), false, e.started_at, 'Bench officer'
from self_evaluation e join cycle c on c.id = e.cycle_id join template_section s on s.template_id = c.template_id, prose p;
insert into self_evaluation_point (id, version, section_id, authority_id, kind, text, origin_id, created_at)
select gen_random_uuid(), 0, s.id, s.authority_id, k.kind, 'Example: this is said in one line.', gen_random_uuid(), now()
from self_evaluation_section s, (values ('STRENGTH'), ('STRENGTH'), ('AREA_FOR_DEVELOPMENT')) k(kind);
insert into self_evaluation_evidence (id, version, section_id, authority_id, kind, reference, note, created_at)
select gen_random_uuid(), 0, s.id, s.authority_id, k.kind, 'Example audit of thirty records', 'Read by two colleagues.', now()
from self_evaluation_section s, (values ('AUDIT'), ('CHILD_VOICE')) k(kind);

insert into forum (id, version, authority_id, cycle_id, state, held_on, starts_at, ends_at, place)
select gen_random_uuid(), 0, l.id, c.id, case when c.year_starts_in = 2026 then 'PANEL_CONFIRMED' else 'CLOSED' end,
       make_date(c.year_starts_in, 12, 1 + (l.n % 18)::int), time '10:00', time '13:00', 'Example hall'
from las l join cycle c on c.region_code = l.region_code;
insert into headline (id, version, authority_id, cycle_id, forum_id, year_starts_in, kind, text, state, drafted_at, settled_at)
select gen_random_uuid(), 0, f.authority_id, f.cycle_id, f.id, c.year_starts_in, k.kind,
       'Example: plans are read with the child before they are signed.', 'AGREED', now(), now()
from forum f join cycle c on c.id = f.cycle_id, (values ('STRENGTH'), ('STRENGTH'), ('STRENGTH'), ('AREA_FOR_DEVELOPMENT'),
    ('AREA_FOR_DEVELOPMENT')) k(kind) where f.state = 'CLOSED';
insert into share (id, version, record_kind, record_id, authority_id, audience, audience_id, made_at, made_by_name, words)
select gen_random_uuid(), 0, 'self-evaluation', e.id, e.authority_id, 'REGION', o.id, e.submitted_at, 'Bench director', 'Submitted.'
from self_evaluation e join cycle c on c.id = e.cycle_id join organisation o on o.kind = 'REGIONAL_TEAM' and o.region_code = c.region_code
where e.submitted_at is not null;
insert into share (id, version, record_kind, record_id, authority_id, audience, audience_id, made_at, made_by_name, words)
select gen_random_uuid(), 0, 'headline', h.id, h.authority_id, a.audience, a.id, h.drafted_at, 'Bench director', 'Shared.'
from headline h join cycle c on c.id = h.cycle_id cross join lateral (
    select 'REGION' as audience, o.id from organisation o where o.kind = 'REGIONAL_TEAM' and o.region_code = c.region_code
    union all select 'OFSTED', o.id from organisation o where o.kind = 'OFSTED') a;
