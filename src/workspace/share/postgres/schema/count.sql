-- How many pairs there are.
select count(*) from tolmach.pair
