-- Every index on `enrollment` is paid at every wake. What is found by customer, and what may happen once only, never
-- changes after an enrollment has begun, so it lives beside it.

create table entry (
  workspace_id     int not null,
  customer_id      bigint not null,
  enrollment_id    bigint not null,
  journey_id       int not null,
  entry_key        text not null,       -- what may start this journey once for this customer
  primary key (workspace_id, customer_id, journey_id, entry_key)
);
alter table enrollment no force row level security;  -- the owner may be no superuser, and must see every workspace
insert into entry (workspace_id, customer_id, enrollment_id, journey_id, entry_key)
select workspace_id, customer_id, id, journey_id, entry_key from enrollment;
alter table enrollment force row level security;
alter table entry enable row level security;
alter table entry force row level security;
create policy own_workspace on entry
  using (workspace_id = (select nullif(current_setting('tabiji.workspace', true), '')::int));
grant select, insert, update, delete on entry to tabiji_app;

drop index enrollment_entry;
alter table enrollment drop column entry_key;

-- A mail is asked for once per visit of a node, which is what its key is made of.
drop index outbox_key;
drop index outbox_enrollment;
create unique index outbox_visit on outbox (workspace_id, enrollment_id, visit, node);

-- Written once per pass and read seldom: kept as it is told, found by the enrollment, whose number says the workspace.
alter table diary alter column steps type json using steps::json;
drop index diary_enrollment;
create index diary_enrollment on diary (enrollment_id);

create function at_ms(ms bigint) returns timestamptz language sql stable parallel safe
return timestamptz 'epoch' + ms * interval '1 millisecond';

create or replace function analyze_growing() returns void language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
  analyze customer, event_key, shop_order, enrollment, entry, timer, segment_member, journey_delta;
end $$;
