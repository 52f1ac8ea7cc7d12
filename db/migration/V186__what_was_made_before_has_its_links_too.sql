-- Links that the records already imply. Safe to run again: what is linked stays as it is.

-- The copies of a citation in later versions are the citation of the first.
update self_evaluation_evidence e set citation_id = (
    select first.id
    from self_evaluation_evidence first
      join self_evaluation_section first_section on first_section.id = first.section_id
      join self_evaluation first_version on first_version.id = first_section.evaluation_id
      join self_evaluation_section own_section on own_section.id = e.section_id
      join self_evaluation own_version on own_version.id = own_section.evaluation_id
    where first_version.authority_id = own_version.authority_id and first_version.cycle_id = own_version.cycle_id
      and first_section.code = own_section.code
      and first.cited_indicator = e.cited_indicator and first.cited_period = e.cited_period
      and first.cited_at = e.cited_at and first.note = e.note
    order by first_version.number, first.id limit 1)
where e.cited_indicator is not null and e.citation_id is null;

insert into thread_link (id, from_kind, from_id, made_kind, made_id, authority_id, made_at, made_by_name)
select uuidv7(), implied.*, 'Slipway'
from (
    select 'figure', e.citation_id, 'sentence', e.citation_id, (array_agg(e.authority_id))[1], min(e.cited_at)
    from self_evaluation_evidence e where e.citation_id is not null group by e.citation_id
    union all
    select 'key-line-of-enquiry', k.id, 'question', k.question_id, k.about_authority_id, k.answered_at
    from key_line_of_enquiry k where k.question_id is not null
    union all
    select 'headline', i.headline_id, 'agenda-item', i.id, c.authority_id, c.planned_at
    from agenda_item i join annual_conversation c on c.id = i.conversation_id where i.headline_id is not null
    union all
    select c.from_kind, c.from_id, 'commitment', c.id, c.authority_id, c.made_at from commitment c
    union all
    select 'commitment', a.commitment_id, 'self-evaluation', se.id, c.authority_id, a.answered_at
    from commitment_answer a join commitment c on c.id = a.commitment_id
      join self_evaluation se on se.authority_id = c.authority_id and se.cycle_id = a.cycle_id and se.number = 1
) as implied (from_kind, from_id, made_kind, made_id, authority_id, made_at)
on conflict do nothing;
