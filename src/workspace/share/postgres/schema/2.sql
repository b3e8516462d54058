-- Pairs are found on the server by their rarest stretches of three letters, and newsrooms share terms.

-- The oldest version of the program's tables that may still use these.
alter table tolmach.migration add column oldest int not null default 1;

-- How many texts have a stretch, table by table; what a table doesn't name is rarest.
create table tolmach.frequency_table (
    version  int         primary key,
    -- How many pairs there were when it was counted.
    pairs    bigint      not null,
    texts    bigint      not null,
    at       timestamptz not null default now()
);
create table tolmach.frequency (
    version  int not null references tolmach.frequency_table on delete cascade,
    gram     int not null,
    texts    int not null,
    primary key (version, gram)
);

alter table tolmach.pair
    -- The rarest stretches of the source by the table of this version; nothing where nobody chose them yet.
    add column frequency_version int,
    add column grams int[] not null default '{}',
    add column letters int not null default 0;
create index pair_grams on tolmach.pair using gin (grams);

-- What a workspace agrees on, whole, each time that it changed.
create table tolmach.terms (
    workspace  text        not null,
    newsroom   text        not null default current_user,
    id         text        not null,
    body       text        not null,
    xid        xid8        not null default pg_current_xact_id(),
    at         timestamptz not null default clock_timestamp()
) partition by hash (workspace);
create table tolmach.terms_0 partition of tolmach.terms for values with (modulus 2, remainder 0);
create table tolmach.terms_1 partition of tolmach.terms for values with (modulus 2, remainder 1);
create index terms_latest on tolmach.terms (workspace, newsroom, xid, at);
alter table tolmach.terms enable row level security;
create policy terms_read on tolmach.terms for select using (true);
create policy terms_add on tolmach.terms for insert with check (
    exists (select from pg_roles where rolname = newsroom and pg_has_role(current_user, oid, 'member'))
);

-- Searches with the owner's rights, since an index can't help where each row is proved first:
-- it proves them itself, by the rule of the policy pair_read for the login that asks.
create function tolmach.search(
    asked_source text, asked_target text, asked_grams int[], shortest int, longest int, most int
) returns table (workspace text, newsroom text, id text, source_language text, target_language text,
    article text, source text, target text, state text, origin text)
language sql stable security definer set search_path = pg_catalog, pg_temp set jit = off
as $$
    with rare as materialized (
        select listed.version, (
            select array_agg(chosen.gram) from (
                select ranked.gram from (
                    select asked.gram, coalesce(known.texts, 0) as texts,
                        row_number() over (order by coalesce(known.texts, 0), asked.gram) as place
                    from unnest(asked_grams[1:4000]) as asked (gram)
                    left join tolmach.frequency known
                        on known.version = listed.version and known.gram = asked.gram
                ) ranked
                where ranked.place <= 8 or ranked.place <= 32 and ranked.texts * 32 <= listed.texts
            ) chosen
        ) as grams
        from tolmach.frequency_table listed
    ), found as (
        select pair.*,
            (select count(*) from unnest(pair.grams) own where own = any (rare.grams)) as common
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
revoke all on function tolmach.search from public;
grant execute on function tolmach.search to tolmach_reader;

grant select on tolmach.frequency_table, tolmach.frequency, tolmach.terms to tolmach_reader;
grant insert (workspace, newsroom, id, body) on tolmach.terms to tolmach_writer;
grant insert (frequency_version, grams, letters) on tolmach.pair to tolmach_writer;
-- Stretches of texts are no business of readers, but of the search alone.
revoke select on tolmach.pair from tolmach_reader;
grant select (workspace, newsroom, id, source_language, target_language, article, source, target, state, origin,
    embargo_until, xid, at) on tolmach.pair to tolmach_reader;
