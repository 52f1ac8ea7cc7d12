-- What a school, a trust, a diocese or an authority asks for, who helps, what both agreed, and whether it helped. It is the
-- asker's own until it is sent to the region's co-ordinator; the helper sees it once it is proposed to them.
create table support_request (
    id                    uuid primary key,
    version               bigint not null,
    authority_id          uuid references local_authority,
    other_authority_id    uuid references local_authority,
    owner_organisation_id uuid references organisation,
    requester_id          uuid not null references organisation,
    region_code           text not null references region,
    school                text check (length(school) between 1 and 200),
    title                 text not null check (length(title) between 1 and 150),
    need                  text not null check (length(need) between 1 and 4000),
    indicator             text,
    wanted_by             date not null,
    state                 text not null check (state in ('DRAFT', 'ASKED', 'PROPOSED', 'AGREED', 'LOOKED_BACK', 'WITHDRAWN')),
    made_at               timestamptz not null,
    made_by               text not null,
    asked_at              timestamptz,
    supporter_id          uuid references organisation,
    offer_id              uuid,
    agreement             text check (length(agreement) between 1 and 4000),
    starts_on             date,
    ends_on               date,
    look_back_on          date,
    cost                  numeric(12, 2) check (cost >= 0),
    paid_by               text check (length(paid_by) between 1 and 200),
    proposed_at           timestamptz,
    requester_agreed_at   timestamptz,
    requester_agreed_by   text,
    supporter_agreed_at   timestamptz,
    supporter_agreed_by   text,
    agreed_at             timestamptz,
    figure_then           text,
    helped                text check (helped in ('YES', 'PARTLY', 'NO')),
    look_back             text check (length(look_back) between 1 and 4000),
    looked_back_by        text,
    looked_back_at        timestamptz,
    figure_now            text,
    closed_because        text check (length(closed_because) between 1 and 1000),
    closed_at             timestamptz,
    check (authority_id is not null or owner_organisation_id is not null),
    check (ends_on >= starts_on),
    check (state = 'DRAFT' or state = 'WITHDRAWN' or asked_at is not null),
    check (state not in ('PROPOSED', 'AGREED', 'LOOKED_BACK')
        or (supporter_id is not null and agreement is not null and look_back_on is not null and proposed_at is not null)),
    check (supporter_id <> requester_id),
    check (state not in ('AGREED', 'LOOKED_BACK')
        or (agreed_at is not null and requester_agreed_at is not null and supporter_agreed_at is not null)),
    check ((state = 'LOOKED_BACK') = (helped is not null and look_back is not null and looked_back_at is not null)),
    check ((state = 'WITHDRAWN') = (closed_because is not null))
);
create index support_request_in_region on support_request (region_code, state, id desc);
create index support_request_of_requester on support_request (requester_id);
create index support_request_of_supporter on support_request (supporter_id);

-- What somebody can give: a system leader, a school's practice, an authority's agreed strength. Seen by the one who offers it
-- and by the co-ordinator.
create table support_offer (
    id                    uuid primary key,
    version               bigint not null,
    authority_id          uuid references local_authority,
    other_authority_id    uuid references local_authority,
    owner_organisation_id uuid references organisation,
    organisation_id       uuid not null references organisation,
    region_code           text not null references region,
    kind                  text not null check (kind in ('SYSTEM_LEADER', 'SCHOOL', 'STRENGTH', 'OTHER')),
    who                   text check (length(who) between 1 and 200),
    title                 text not null check (length(title) between 1 and 500),
    what                  text not null check (length(what) between 1 and 2000),
    headline_id           uuid,
    until_on              date,
    made_at               timestamptz not null,
    made_by               text not null,
    ended_at              timestamptz,
    check (authority_id is not null or owner_organisation_id is not null)
);
create index support_offer_in_region on support_offer (region_code, id desc);
