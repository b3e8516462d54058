-- One log of pairs for all newsrooms: rows are added, and never changed.

create table tolmach.server (
    -- Clients begin anew where this is another one.
    id text not null default gen_random_uuid()::text
);
insert into tolmach.server default values;

create table tolmach.pair (
    workspace        text        not null,
    newsroom         text        not null default current_user,
    id               text        not null,
    source_language  text        not null,
    target_language  text        not null,
    article          text        not null,
    source           text        not null,
    target           text        not null,
    state            text        not null,
    origin           text,
    embargo_until    timestamptz,
    -- Rows are found by the transaction that wrote them: numbers of rows would skip what commits late.
    xid              xid8        not null default pg_current_xact_id(),
    at               timestamptz not null default clock_timestamp(),
    primary key (workspace, newsroom, id)
) partition by hash (workspace);

create table tolmach.pair_0 partition of tolmach.pair for values with (modulus 8, remainder 0);
create table tolmach.pair_1 partition of tolmach.pair for values with (modulus 8, remainder 1);
create table tolmach.pair_2 partition of tolmach.pair for values with (modulus 8, remainder 2);
create table tolmach.pair_3 partition of tolmach.pair for values with (modulus 8, remainder 3);
create table tolmach.pair_4 partition of tolmach.pair for values with (modulus 8, remainder 4);
create table tolmach.pair_5 partition of tolmach.pair for values with (modulus 8, remainder 5);
create table tolmach.pair_6 partition of tolmach.pair for values with (modulus 8, remainder 6);
create table tolmach.pair_7 partition of tolmach.pair for values with (modulus 8, remainder 7);

create index pair_xid on tolmach.pair (xid);
create index pair_embargo on tolmach.pair (embargo_until) where embargo_until is not null;

-- A newsroom is a role. Its members alone write in its name, and read what is under its embargo.
alter table tolmach.pair enable row level security;
create policy pair_read on tolmach.pair for select using (
    embargo_until is null
    or embargo_until <= now()
    or exists (select from pg_roles where rolname = newsroom and pg_has_role(current_user, oid, 'member'))
);
create policy pair_add on tolmach.pair for insert with check (
    exists (select from pg_roles where rolname = newsroom and pg_has_role(current_user, oid, 'member'))
);

do $$
begin
    if not exists (select from pg_roles where rolname = 'tolmach_reader') then
        create role tolmach_reader nologin;
    end if;
    if not exists (select from pg_roles where rolname = 'tolmach_writer') then
        create role tolmach_writer nologin;
    end if;
end
$$;
grant tolmach_reader to tolmach_writer;
grant usage on schema tolmach to tolmach_reader;
grant select on tolmach.pair, tolmach.server, tolmach.migration to tolmach_reader;
-- Nobody says which transaction wrote a row, or when.
grant insert (workspace, newsroom, id, source_language, target_language, article, source, target, state, origin, embargo_until)
    on tolmach.pair to tolmach_writer;
