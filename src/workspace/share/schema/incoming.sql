-- Takes rows in before the log does.
create temporary table tolmach_incoming (workspace text, id text, source_language text,
target_language text, article text, source text, target text, state text, origin text,
embargo_until timestamptz) on commit drop
