-- Puts newly chosen stretches to rows.
update tolmach.pair set frequency_version = $1, letters = renewed.letters, grams = renewed.grams::int[]
from unnest($2::text[], $3::text[], $4::text[], $5::int[], $6::text[])
as renewed (workspace, newsroom, id, letters, grams)
where pair.workspace = renewed.workspace and pair.newsroom = renewed.newsroom and pair.id = renewed.id
