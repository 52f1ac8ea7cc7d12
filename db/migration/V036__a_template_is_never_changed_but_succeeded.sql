-- What a region's authorities are asked to write. Editing makes a new version with the next number; the old one stays.
create table self_evaluation_template (
    id           uuid primary key,
    version      bigint not null,
    region_code  text not null references region,
    number       int not null check (number >= 1),
    made_at      timestamptz not null,
    made_by_name text not null,
    unique (region_code, number)
);

create table template_section (
    template_id uuid not null references self_evaluation_template,
    position    int not null,
    code        text not null,
    title       text not null,
    guidance    text not null,
    area_code   text,
    kind        text not null check (kind in ('CONTEXT', 'PROGRESS', 'JUDGEMENT_AREA', 'PLANS')),
    primary key (template_id, position),
    unique (template_id, code),
    check ((kind = 'JUDGEMENT_AREA') = (area_code is not null))
);

create table template_sign_off (
    template_id uuid not null references self_evaluation_template,
    position    int not null,
    role        text not null,
    verb        text not null,
    optional    boolean not null,
    primary key (template_id, position)
);

create table template_question (
    template_id uuid not null references self_evaluation_template,
    position    int not null,
    words       text not null,
    source      text,
    primary key (template_id, position)
);
