-- A search asks for as many of its rarest stretches as bring it some thousand pairs, at most 32: where many
-- sentences are of one pattern, eight of them leave out some that are alike. What it meets is put in order
-- by all its stretches. Fitted on 3,000 sentences of one pattern (the test
-- `a_server_finds_most_of_what_the_own_memory_finds`): of 173 that the own memory offers it finds all.
create or replace function tolmach.search(
    asked_source text, asked_target text, asked_grams int[], shortest int, longest int, most int
) returns table (workspace text, newsroom text, id text, source_language text, target_language text,
    article text, source text, target text, state text, origin text)
language sql stable security definer set search_path = pg_catalog, pg_temp set jit = off
as $$
    with rare as materialized (
        select listed.version, asked.grams, asked.rarest
        from tolmach.frequency_table listed cross join lateral (
            select
                array_agg(ranked.gram) filter (
                    where ranked.place <= 8 or ranked.place <= 32 and ranked.pairs <= 5000
                ) as grams,
                array_agg(ranked.gram) filter (where ranked.place <= 128) as rarest
            from (
                select one.gram, row_number() over by_rarity as place,
                    sum(greatest(known.texts, listed.texts / 5000) * listed.pairs::float8 / greatest(listed.texts, 1))
                        over by_rarity as pairs
                from unnest(asked_grams[1:4000]) as one (gram)
                left join tolmach.frequency known
                    on known.version = listed.version and known.gram = one.gram
                window by_rarity as (
                    order by coalesce(known.texts, 0), one.gram rows between unbounded preceding and current row
                )
            ) ranked
        ) asked
    ), found as (
        select pair.*,
            (select count(*) from unnest(pair.grams) own where own = any (rare.rarest)) as common
        from rare join tolmach.pair pair
            on pair.grams && rare.grams and pair.frequency_version = rare.version
        where pair.source_language = asked_source and pair.target_language = asked_target
            and pair.letters between shortest and longest
            and (
                pair.embargo_until is null
                or pair.embargo_until <= now()
                or exists (
                    select from pg_roles
                    where rolname = pair.newsroom and pg_has_role(session_user, oid, 'member')
                )
            )
    ), latest as (
        select distinct on (found.workspace, found.newsroom, found.article, found.source) found.*
        from found
        order by found.workspace, found.newsroom, found.article, found.source, found.xid desc, found.at desc, found.id desc
    )
    select latest.workspace, latest.newsroom, latest.id, latest.source_language, latest.target_language,
        latest.article, latest.source, latest.target, latest.state, latest.origin
    from latest
    order by latest.common::float8 / greatest(cardinality(latest.grams), 1) desc, latest.common desc,
        latest.id, latest.workspace, latest.newsroom
    limit least(greatest(most, 0), 2000)
$$;
