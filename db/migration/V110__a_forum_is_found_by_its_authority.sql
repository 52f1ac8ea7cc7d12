-- The unique index leaves cancelled forums out, so it cannot answer "the forums of this authority".
create index forum_of_authority on forum (authority_id, cycle_id);
