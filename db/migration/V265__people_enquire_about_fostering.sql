-- The front door of a region: one place where people ask about fostering for several authorities. What its region has not
-- set is null, and every page says so.
create table front_door (
    owner_organisation_id uuid primary key references organisation,
    region_code           text not null unique references region,
    version               bigint not null,
    name                  text not null check (length(name) between 1 and 120),
    telephone             text check (length(telephone) between 1 and 40),
    open_hours            text check (length(open_hours) between 1 and 200),
    stages_overlap        boolean,
    left_kept_days        int check (left_kept_days between 1 and 36500),
    on_hold_kept_days     int check (on_hold_kept_days between 1 and 36500),
    approved_kept_days    int check (approved_kept_days between 1 and 36500),
    held_kept_days        int check (held_kept_days between 1 and 36500)
);

-- Within how many working days an enquiry is to leave a stage.
create table front_door_standard (
    owner_organisation_id uuid not null references front_door on delete cascade,
    stage                 text not null,
    working_days          int not null check (working_days between 1 and 500),
    primary key (owner_organisation_id, stage)
);

-- From when until when an authority takes part, and where somebody who lives there is sent otherwise.
create table front_door_authority (
    authority_id          uuid primary key references local_authority,
    owner_organisation_id uuid not null references front_door,
    version               bigint not null,
    takes_part_from       date,
    takes_part_until      date,
    own_route             text check (length(own_route) between 1 and 500),
    check (takes_part_until is null or takes_part_until >= takes_part_from)
);
create index front_door_authority_of_door on front_door_authority (owner_organisation_id);

-- A version is never changed: an enquiry says which one the person was shown.
create table privacy_notice (
    id                    uuid primary key,
    owner_organisation_id uuid not null references front_door,
    number                int not null,
    text                  text not null check (length(text) between 1 and 20000),
    published_at          timestamptz not null,
    published_by          text not null,
    unique (owner_organisation_id, number)
);

create table campaign (
    id                    uuid primary key,
    version               bigint not null,
    owner_organisation_id uuid not null references front_door,
    code                  text not null unique check (code ~ '^[a-z0-9-]{2,40}$'),
    name                  text not null check (length(name) between 1 and 120),
    channel               text check (length(channel) between 1 and 120),
    starts_on             date not null,
    ends_on               date,
    cost                  numeric(12, 2) check (cost >= 0),
    check (ends_on is null or ends_on >= starts_on)
);
create index campaign_of_door on campaign (owner_organisation_id, starts_on desc);

-- A figure of somebody else to hold the front door's against. Those without an owner are published and shipped.
create table benchmark (
    id                    uuid primary key,
    owner_organisation_id uuid references front_door,
    measure               text not null check (measure in ('APPLICATIONS', 'APPROVAL_MONTHS')),
    value                 numeric(8, 2) not null check (value >= 0),
    whose                 text not null check (length(whose) between 1 and 120),
    source                text not null check (length(source) between 1 and 300)
);
create index benchmark_of_door on benchmark (owner_organisation_id);

insert into benchmark (id, owner_organisation_id, measure, value, whose, source) values
    ('01976000-0000-7000-8000-000000000001', null, 'APPLICATIONS', 23.1, 'Foster with North East, its first year', 'Sunderland Echo'),
    ('01976000-0000-7000-8000-000000000002', null, 'APPLICATIONS', 12, 'England, as the same report gives it', 'Sunderland Echo'),
    ('01976000-0000-7000-8000-000000000003', null, 'APPROVAL_MONTHS', 4.8, 'Foster with North East, its first year', 'Sunderland Echo'),
    ('01976000-0000-7000-8000-000000000004', null, 'APPROVAL_MONTHS', 6, 'England, as the same report gives it', 'Sunderland Echo');

-- Who the person is, how to reach them and what they wrote is sealed; the hashes find it again without opening it. All of
-- that is null once it has been erased: what remains is statistics. authority_id is whoever holds the enquiry, or is asked to.
create table enquiry (
    id                    uuid primary key,
    version               bigint not null,
    reference             text unique,
    authority_id          uuid references local_authority,
    other_authority_id    uuid references local_authority,
    owner_organisation_id uuid not null references front_door,
    lives_in_id           uuid references local_authority,
    destination_id        uuid references local_authority,
    baton                 text not null check (baton in ('FRONT_DOOR', 'AUTHORITY')),
    stage                 text not null,
    stage_due_on          date,
    channel               text not null,
    campaign_id           uuid references campaign,
    received_at           timestamptz not null,
    held_because          text,
    sealed                bytea,
    email_hash            bytea,
    telephone_hash        bytea,
    name_hashes           bytea[],
    notice_id             uuid references privacy_notice,
    form_key              bytea unique,
    handler_id            uuid references account,
    handler_name          text,
    next_action           text,
    next_action_due       date,
    due_on                date generated always as (least(stage_due_on, next_action_due)) stored,
    exit_reason           text check (exit_reason in ('WITHDREW', 'COUNSELLED_OUT', 'UNSUITABLE', 'ON_HOLD', 'MOVED_AGENCY')),
    exited_on             date,
    erased_at             timestamptz,
    check ((exit_reason is null) = (exited_on is null)),
    check (baton = 'FRONT_DOOR' or authority_id is not null),
    check ((erased_at is null) = (sealed is not null)),
    check ((erased_at is null) = (reference is not null))
);
create index enquiry_late_first on enquiry (owner_organisation_id, (coalesce(due_on, 'infinity'::date)), id)
    where erased_at is null and held_because is null and exit_reason is null;
create index enquiry_of_authority on enquiry (authority_id) where erased_at is null;
create index enquiry_by_time on enquiry (owner_organisation_id, received_at);
create index enquiry_by_email on enquiry (email_hash) where email_hash is not null;
create index enquiry_by_telephone on enquiry (telephone_hash) where telephone_hash is not null;
create index enquiry_by_name on enquiry using gin (name_hashes);

create table enquiry_stage (
    enquiry_id uuid not null references enquiry on delete cascade,
    stage      text not null,
    entered_on date not null,
    left_on    date,
    primary key (enquiry_id, stage),
    check (left_on >= entered_on)
);

-- The baton is offered by one side and taken, or not, by the other.
create table hand_over (
    id           uuid primary key,
    enquiry_id   uuid not null references enquiry on delete cascade,
    authority_id uuid not null references local_authority,
    to_side      text not null check (to_side in ('FRONT_DOOR', 'AUTHORITY')),
    offered_at   timestamptz not null,
    offered_by   text not null,
    answer       text check (answer in ('ACCEPTED', 'DECLINED', 'TAKEN_BACK')),
    answered_at  timestamptz,
    answered_by  text,
    reason       bytea,
    check ((answer is null) = (answered_at is null))
);
create unique index hand_over_open on hand_over (enquiry_id) where answer is null;
create index hand_over_of_enquiry on hand_over (enquiry_id, offered_at);

create table enquiry_note (
    id         uuid primary key,
    enquiry_id uuid not null references enquiry on delete cascade,
    side       text not null check (side in ('FRONT_DOOR', 'AUTHORITY')),
    written_at timestamptz not null,
    written_by text not null,
    sealed     bytea not null
);
create index enquiry_note_of_enquiry on enquiry_note (enquiry_id, written_at);

-- When and from which machine (only as a hash) the public form was sent, kept for a day, so that it can be slowed down.
create table enquiry_arrival (
    id        uuid primary key,
    at        timestamptz not null,
    sent_from bytea not null
);
create index enquiry_arrival_by_time on enquiry_arrival (at);
