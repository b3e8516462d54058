-- Where the steps from version to version are noted.
create schema if not exists tolmach;
create table if not exists tolmach.migration (version int primary key, at timestamptz not null default now());
