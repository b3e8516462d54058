-- Some of the texts that everybody may read: how often a stretch stands in others would tell of them.
select source from tolmach.pair tablesample bernoulli ($1)
where embargo_until is null or embargo_until <= now()
