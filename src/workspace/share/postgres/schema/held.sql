-- Whether a row is still there.
select exists (select from tolmach.pair where workspace = $1 and newsroom = $2 and id = $3 and xid = $4::text::xid8)
