-- Regulation 14(5) leaves some endings out.
alter table ending_step drop constraint ending_step_step_check;
alter table ending_step
    add constraint ending_step_step_check check (step in ('INTENDED', 'REVIEWED', 'IMMEDIATE_RISK', 'LEFT_OUT'));
