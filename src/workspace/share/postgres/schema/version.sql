-- The version of the tables, and the oldest one whose programs may still use them.
select coalesce(max(version), 0), coalesce(max((to_jsonb(migration) ->> 'oldest')::int), 1)
from tolmach.migration
