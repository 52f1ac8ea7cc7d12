-- Regulation 9(2): where it was not reasonably practicable to prepare the placement plan before the placement is made, it
-- is prepared within five working days of the start. The reason is recorded.
alter table placement
    add plan_follows_because text check (length(plan_follows_because) between 1 and 1000);
