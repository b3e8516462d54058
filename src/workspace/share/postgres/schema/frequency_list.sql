-- Begins a table of frequencies.
insert into tolmach.frequency_table (version, pairs, texts) values ($1, $2, $3)
