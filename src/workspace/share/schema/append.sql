-- Adds to the log what it does not have.
insert into tolmach.pair (workspace, id, source_language, target_language, article, source,
target, state, origin, embargo_until)
select distinct on (workspace, id) * from tolmach_incoming on conflict do nothing
