-- How Ofsted judges, from when to when. Areas and grades are records, so that a new framework is a new row. Where only a
-- month or a year of a date is known, known_to says so; a date that has not been checked is null.
create table judgement_scheme (
    code           text primary key,
    position       int not null unique,
    name           text not null,
    short_name     text not null,
    valid_from     date,
    from_known_to  text check (from_known_to in ('DAY', 'MONTH', 'YEAR')),
    valid_until    date,
    until_known_to text check (until_known_to in ('DAY', 'MONTH', 'YEAR')),
    overall_grade  boolean not null,
    evidence       text not null check (evidence in ('VERIFIED', 'POINTED_TO')),
    source         text not null,
    note           text,
    check (valid_until >= valid_from)
);

create table judgement_area (
    scheme_code text not null references judgement_scheme,
    code        text not null,
    position    int not null,
    name        text not null,
    part_of     text,
    primary key (scheme_code, code),
    foreign key (scheme_code, part_of) references judgement_area
);

create table judgement_grade (
    scheme_code text not null references judgement_scheme,
    code        text not null,
    position    int not null,
    name        text not null,
    primary key (scheme_code, code)
);
