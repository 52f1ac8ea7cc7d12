-- What Ofsted's link for an authority asks the data group to look at. It belongs to Ofsted and is shown to the region.
create table key_line_of_enquiry (
    id                    uuid primary key,
    version               bigint not null,
    authority_id          uuid references local_authority,
    other_authority_id    uuid references local_authority,
    owner_organisation_id uuid not null references organisation,
    about_authority_id    uuid not null references local_authority,
    cycle_id              uuid not null references cycle,
    area_code             text,
    text                  text not null,
    sent_by               uuid not null references account,
    sent_by_name          text not null,
    sent_at               timestamptz not null,
    question_id           uuid references challenge_question,
    set_aside_because     text,
    answered_by_name      text,
    answered_at           timestamptz,
    check (authority_id is null),
    check (question_id is null or set_aside_because is null)
);
create index key_line_of_enquiry_about on key_line_of_enquiry (about_authority_id, cycle_id);
