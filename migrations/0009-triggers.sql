-- CPM counts days with an order, on the shop's calendar.
alter table customer add order_days int not null default 0;
alter table workspace add cpm jsonb;  -- the shop's ladder of ranks; null: the one that Tabiji begins with

do $$
declare shop record;
begin
  for shop in select id, time_zone from workspace loop
    perform set_config('tabiji.workspace', shop.id::text, true);
    update customer c set order_days = d.days
      from (select customer_id, count(distinct (at at time zone shop.time_zone)::date) as days
              from shop_order where workspace_id = shop.id and counted group by customer_id) as d
     where c.workspace_id = shop.id and c.id = d.customer_id;
    -- timers of triggers have other names now: they are planned again
    delete from timer where workspace_id = shop.id and kind = 'elapsed';
    update journey set planning = true where workspace_id = shop.id and status = 'live';
  end loop;
  perform set_config('tabiji.workspace', '', true);
end $$;

-- Dates of an order's shipments, for triggers that count from them.
create index shipment_order on shipment (workspace_id, order_external_id) where order_external_id is not null;

alter table timer
  add key text,                             -- what the journey's re-entry rule counts apart (an order, a booking)
  add cursor bigint not null default 0;     -- a schedule's: how far an occurrence that is under way has come

-- Who stood at the door of a journey and was not let in: the last time per reason, and how often. No personal data.
create table refusal (
  workspace_id     int not null,
  customer_id      bigint not null,
  at               timestamptz not null,
  journey_id       int not null,
  times            int not null default 1,
  because          text not null,           -- filter, reentry, …
  detail           text not null,           -- code of the trigger that was met
  primary key (workspace_id, customer_id, journey_id, because)
) with (fillfactor = 80);

-- Customers who had met a trigger before it was published, let in page by page; the row says how far.
create table take_in (
  workspace_id     int not null,
  journey_id       int not null,
  version          int not null,
  cursor           bigint not null default 0,  -- customers up to this number have been looked at
  entered          int not null default 0,
  existing         text not null,              -- everybody, or an ISO 8601 duration: the last so many days
  asked_at         timestamptz not null,       -- workspace time of publishing: what counts as before
  finished_at      timestamptz,
  primary key (workspace_id, journey_id, version)
);

do $$
declare name text;
begin
  foreach name in array array['refusal', 'take_in'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($policy$create policy own_workspace on %I
      using (workspace_id = (select nullif(current_setting('tabiji.workspace', true), '')::int))$policy$, name);
    execute format('grant select, insert, update, delete on %I to tabiji_app', name);
  end loop;
end $$;
