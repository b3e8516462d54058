-- Where the steps from version to version are noted; nobody else's functions or operators are called meanwhile.
set local search_path = pg_catalog, pg_temp;
create schema if not exists tolmach;
create table if not exists tolmach.migration (version int primary key, at timestamptz not null default now());
