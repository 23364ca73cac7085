-- What a publish did with the customers who were inside by the version before.
alter table journey_version add plan jsonb not null default '{}';
