-- Adds to the log what it does not have.
insert into tolmach.pair (workspace, id, source_language, target_language, article, source,
target, state, origin, embargo_until, frequency_version, letters, grams)
select $1, added.id, $2, $3, added.article, added.source, added.target, added.state, added.origin,
added.embargo::timestamptz, $4, added.letters, added.grams::int[]
from unnest($5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::int[],
$13::text[]) as added (id, article, source, target, state, origin, embargo, letters, grams)
on conflict do nothing
