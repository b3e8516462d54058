-- The newest table of frequencies.
select version, pairs from tolmach.frequency_table order by version desc limit 1
