-- The protocol under which authorities of a region place children with each other's foster carers. Amounts and limits that
-- the region has not set are null, and the pages say so.
create table fostering_protocol (
    id                uuid primary key,
    version           bigint not null,
    region_code       text not null references region,
    number            int not null check (number > 0),
    state             text not null check (state in ('DRAFT', 'ISSUED')),
    text              text not null check (length(text) between 1 and 50000),
    approvals         text not null check (length(approvals) <= 5000),
    escalation        text not null check (length(escalation) <= 5000),
    offer_days        int check (offer_days between 1 and 60),
    decision_days     int check (decision_days between 1 and 60),
    keep_closed_days  int check (keep_closed_days between 1 and 3650),
    allowance         numeric(8, 2) check (allowance >= 0),
    fee               numeric(8, 2) check (fee >= 0),
    support           numeric(8, 2) check (support >= 0),
    management        numeric(8, 2) check (management >= 0),
    in_force_on       date,
    changed_at        timestamptz not null,
    changed_by        text not null,
    check ((state = 'ISSUED') = (in_force_on is not null)),
    unique (region_code, number)
);
create unique index fostering_protocol_one_draft on fostering_protocol (region_code) where state = 'DRAFT';

create table fostering_protocol_signatory (
    protocol_id  uuid not null references fostering_protocol on delete cascade,
    authority_id uuid not null references local_authority,
    signed_on    date not null,
    primary key (protocol_id, authority_id)
);
