-- Rows behind a place whose stretches were chosen by another table, or by none.
select workspace, newsroom, id, source from tolmach.pair
where (workspace, newsroom, id) > ($1, $2, $3) and frequency_version is distinct from $4
order by workspace, newsroom, id limit $5
