-- Which log this is.
select id from tolmach.server
