-- How many texts have each stretch.
insert into tolmach.frequency (version, gram, texts) select $1, * from unnest($2::int[], $3::int[])
