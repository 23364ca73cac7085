-- Everything Tabiji keeps, but the queue (0002). Uniqueness never lives in a partitioned table: event_key and outbox
-- are plain tables, while event, diary and message are partitioned by the month in which their rows were received.

create sequence fact_number as bigint;   -- orders, events and shipments in order of arrival, workspace-independent
create sequence row_number as bigint;    -- customers, enrollments, messages: any number will do

create table workspace (
  id               int generated always as identity primary key,
  name             text not null,
  kind             text not null check (kind in ('live', 'demo', 'sandbox', 'scratch')),
  time_zone        text not null default 'Asia/Tokyo',
  locale           text not null default 'ja',
  provider         text not null default 'letters',
  sender_name      text not null,
  sender_address   text not null,
  clock_offset_ms  bigint not null default 0,  -- workspace time = database time + offset …
  clock_stands_at  timestamptz,                -- … or stands here while travelling or replaying
  travel_to        timestamptz,                -- where a travel under way ends
  seeding          jsonb,
  created_at       timestamptz not null
);

create table customer (
  workspace_id     int not null,
  id               bigint not null,
  order_amount     bigint not null default 0,
  first_order_at   timestamptz,
  last_order_at    timestamptz,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  merged_into      bigint,
  order_count      int not null default 0,
  external_id      text not null,
  email            text,
  phone            text,
  last_name        text,
  first_name       text,
  last_name_kana   text,
  first_name_kana  text,
  locale           text,
  time_zone        text,
  attributes       jsonb not null default '{}',
  primary key (workspace_id, id)
) with (fillfactor = 90);
create unique index customer_external_id on customer (workspace_id, external_id);

-- What was received once is known for ever. `key` and `body` are cut SHA-256 hashes.
create table event_key (
  workspace_id     int not null,
  key              bytea not null,
  body             bytea not null,
  primary key (workspace_id, key)
);

create table event (
  workspace_id     int not null,
  id               bigint not null,
  customer_id      bigint not null,
  at               timestamptz not null,
  received_at      timestamptz not null,
  name             text not null,
  properties       jsonb not null default '{}'
) partition by range (received_at);
create index event_customer on event (workspace_id, customer_id, name, at);

create table shop_order (
  workspace_id     int not null,
  id               bigint not null,
  customer_id      bigint not null,
  at               timestamptz not null,
  received_at      timestamptz not null,
  amount           bigint not null,
  refunded         bigint not null default 0,
  counted          boolean not null,  -- not cancelled, not fully refunded, not a sample, resend or exchange
  external_id      text not null,
  status           text not null default 'placed',
  kind             text not null default 'normal',
  channel          text,
  quantity         numeric,
  items            jsonb not null default '[]',
  primary key (workspace_id, id)
);
create unique index shop_order_external_id on shop_order (workspace_id, external_id);
create index shop_order_customer on shop_order (workspace_id, customer_id, at);

create table shipment (
  workspace_id     int not null,
  id               bigint not null,
  customer_id      bigint not null,
  shipped_at       timestamptz,
  delivered_at     timestamptz,
  received_at      timestamptz not null,
  external_id      text not null,
  order_external_id text,
  primary key (workspace_id, id)
);
create unique index shipment_external_id on shipment (workspace_id, external_id);
create index shipment_customer on shipment (workspace_id, customer_id);

create table segment (
  workspace_id     int not null,
  id               int generated always as identity,
  key              text not null,
  name             text not null,
  condition        json not null,
  refreshing       boolean not null default false,
  revision         int not null default 1,
  updated_at       timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, key)
);
create table segment_member (
  workspace_id     int not null,
  customer_id      bigint not null,
  segment_id       int not null,
  since            timestamptz not null,
  primary key (workspace_id, customer_id, segment_id)
);
create index segment_member_segment on segment_member (workspace_id, segment_id, customer_id);

-- What must happen at an instant without an event: elapsed triggers, segment flips. On workspace time.
create table timer (
  workspace_id     int not null,
  customer_id      bigint not null,
  at               timestamptz not null,
  kind             text not null,
  ref              text not null,
  primary key (workspace_id, kind, ref, customer_id)
);
create index timer_at on timer (workspace_id, at);

create table template (
  workspace_id     int not null,
  key              text not null,
  name             text not null,
  subject          text not null,
  mjml             text not null,
  updated_at       timestamptz not null,
  primary key (workspace_id, key)
);
-- A template as it was when a journey was published: MJML compiled, Liquid still inside. Never changes.
create table template_version (
  workspace_id     int not null,
  id               int generated always as identity,
  key              text not null,
  subject          text not null,
  html             text not null,
  hash             bytea not null,
  created_at       timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, key, hash)
);

create table journey (
  workspace_id     int not null,
  id               int generated always as identity,
  name             text not null,
  status           text not null default 'draft' check (status in ('draft', 'live')),
  draft            json not null,
  draft_rev        int not null default 1,
  changed          boolean not null default true,
  version          int,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  primary key (workspace_id, id)
);
create table journey_version (
  workspace_id     int not null,
  journey_id       int not null,
  version          int not null,
  graph            json not null,
  templates        jsonb not null default '{}',  -- template key → template_version.id
  published_at     timestamptz not null,
  primary key (workspace_id, journey_id, version)
);

-- One narrow row per enrollment carries its position; the row's lock is the lease.
create table enrollment (
  workspace_id     int not null,
  id               bigint not null,
  customer_id      bigint not null,
  due_at           timestamptz,           -- null: ended, parked, or resting for something else than time
  entered_at       timestamptz not null,  -- time of the triggering fact …
  entered_arrival  bigint not null,       -- … and its order of arrival
  ended_at         timestamptz,
  journey_id       int not null,
  version          int not null,
  visit            int not null default 0,   -- passes so far: compare-and-set guards every write
  shard            smallint not null,
  node             text not null,
  port             text,                  -- how it leaves the node when it wakes; null: the node has yet to decide
  entry_key        text not null,         -- what may start this journey once for this customer
  exit_reason      text,
  error            text,                  -- why it is parked
  intent           jsonb,                 -- what a sleeper meant, so that its instant can be computed again
  left_nodes       jsonb,                 -- node → [time, arrival] where later conditions count from it
  primary key (workspace_id, id)
) with (fillfactor = 85);
create index enrollment_due on enrollment (workspace_id, shard, due_at) where due_at is not null;
create unique index enrollment_entry on enrollment (workspace_id, customer_id, journey_id, entry_key);
create index enrollment_node on enrollment (workspace_id, journey_id, node) where ended_at is null;

-- One row per pass. No personal data.
create table diary (
  workspace_id     int not null,
  enrollment_id    bigint not null,
  at               timestamptz not null,
  received_at      timestamptz not null,
  visit            int not null,
  steps            jsonb not null   -- [[node, outcome, port or reason, until?], …]
) partition by range (received_at);
create index diary_enrollment on diary (workspace_id, enrollment_id, visit);

-- Node counters: appended per chunk, folded into totals by housekeeping. Never one row per customer.
create table journey_delta (
  workspace_id     int not null,
  journey_id       int not null,
  version          int not null,
  n                int not null,
  kind             text not null,  -- entered, left, exit, sent
  node             text not null,
  name             text not null   -- port, reason or template
);
create index journey_delta_journey on journey_delta (workspace_id, journey_id);
create table journey_total (
  workspace_id     int not null,
  journey_id       int not null,
  version          int not null,
  n                bigint not null,
  kind             text not null,
  node             text not null,
  name             text not null,
  primary key (workspace_id, journey_id, version, kind, node, name)
);

-- Hot and small: what is still to be handed over. Done rows go to `message`.
create table outbox (
  workspace_id     int not null,
  id               bigint not null,
  customer_id      bigint not null,
  enrollment_id    bigint not null,
  journey_id       int not null,
  version          int not null,
  visit            int not null,
  attempts         int not null default 0,
  fence            bigint not null default 0,
  asked_at         timestamptz not null,              -- workspace time of the pass that asked
  retry_at         timestamptz not null default '-infinity',  -- real time
  lease_until      timestamptz,                       -- real time
  first_attempt_at timestamptz,                       -- real time
  status           text not null default 'queued' check (status in ('queued', 'sending', 'unknown')),
  node             text not null,
  template         text not null,
  template_version int,
  key              text not null,                     -- stable for ever: the provider's idempotency key
  pinned           jsonb,                             -- what a retry must repeat: sender, recipient, values
  error            text,
  primary key (workspace_id, id)
) with (fillfactor = 70);
create unique index outbox_key on outbox (workspace_id, key);
create index outbox_ready on outbox (workspace_id, retry_at) where status in ('queued', 'sending');
create index outbox_enrollment on outbox (workspace_id, enrollment_id);

-- The archive: what became of every outbox row.
create table message (
  workspace_id     int not null,
  id               bigint not null,
  customer_id      bigint not null,
  enrollment_id    bigint not null,
  journey_id       int not null,
  version          int not null,
  at               timestamptz not null,   -- workspace time
  received_at      timestamptz not null,
  state            text not null,          -- sent, skipped, cancelled, failed, unknown
  node             text not null,
  template         text not null,
  template_version int,
  key              text not null,
  provider         text not null,
  subject          text,
  provider_id      text,
  because          text
) partition by range (received_at);
create index message_customer on message (workspace_id, customer_id, at);

-- The mailbox of the provider `letters`.
create table letter (
  workspace_id     int not null,
  id               bigint not null,
  customer_id      bigint,
  journey_id       int,
  at               timestamptz not null,
  key              text not null,
  template         text not null,
  recipient        text not null,
  sender           text not null,
  subject          text not null,
  html             text not null,
  plain            text not null,
  headers          jsonb not null default '{}',
  primary key (workspace_id, id),
  unique (workspace_id, key)
);
create index letter_customer on letter (workspace_id, customer_id);

create table import (
  workspace_id     int not null,
  id               int generated always as identity,
  kind             text not null,
  file             text not null,
  state            text not null,
  options          jsonb not null,
  bytes_total      bigint not null default 0,
  bytes_done       bigint not null default 0,
  rows_stored      bigint not null default 0,
  rows_unchanged   bigint not null default 0,
  rows_refused     bigint not null default 0,
  checkpoint       jsonb,
  error            text,
  created_at       timestamptz not null,
  finished_at      timestamptz,
  primary key (workspace_id, id)
);
create table import_refusal (
  workspace_id     int not null,
  import_id        int not null,
  line             bigint not null,
  reason           text not null,
  content          text not null,
  primary key (workspace_id, import_id, line)
);

-- Partitions of this month and the coming ones; the default one catches what housekeeping missed.
create function ensure_partitions(ahead int) returns void language plpgsql security definer
set search_path = pg_catalog, public as $$
declare
  parent text;
  month date;
begin
  foreach parent in array array['event', 'diary', 'message'] loop
    if to_regclass(format('public.%I', parent || '_default')) is null then
      execute format('create table public.%I partition of public.%I default', parent || '_default', parent);
    end if;
    for i in 0..ahead loop
      month := date_trunc('month', now() at time zone 'UTC')::date + make_interval(months => i);
      if to_regclass(format('public.%I', parent || to_char(month, '_YYYY_MM'))) is null then
        execute format('create table public.%I partition of public.%I for values from (%L) to (%L)',
          parent || to_char(month, '_YYYY_MM'), parent,
          month::text || ' 00:00+00', (month + interval '1 month')::date::text || ' 00:00+00');
      end if;
    end loop;
  end loop;
end $$;
select ensure_partitions(3);

-- Refreshes the planner's picture of the tables that grow fastest. A workspace that was filled since the last ANALYZE
-- is taken for empty, and joins then walk all its rows where a key would do; whoever fills one asks for this.
create function analyze_growing() returns void language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
  analyze customer, event_key, shop_order, enrollment, timer, segment_member, journey_delta;
end $$;

-- Row level security on every table that carries workspace_id. `tabiji.workspace` is set at the start of each
-- transaction; without it nothing is visible.
do $$
declare name text;
begin
  for name in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
   where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($policy$create policy own_workspace on %I
      using (workspace_id = (select nullif(current_setting('tabiji.workspace', true), '')::int))$policy$, name);
  end loop;
end $$;

-- The application connects as the owner of its login and takes this role: no ownership, no way around the policies.
do $$
begin
  if not exists (select from pg_roles where rolname = 'tabiji_app') then
    create role tabiji_app nologin nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null;  -- another database of the cluster was faster
end $$;
grant tabiji_app to current_user;
grant usage on schema public to tabiji_app;
grant select, insert, update, delete on all tables in schema public to tabiji_app;
do $$
declare part text;
begin
  for part in select c.relname from pg_class c where c.relispartition and c.relkind = 'r' loop
    execute format('revoke all on %I from tabiji_app', part);  -- partitions have no policy: only through their parent
  end loop;
end $$;
grant usage, select on all sequences in schema public to tabiji_app;
revoke all on function ensure_partitions(int) from public;
grant execute on function ensure_partitions(int) to tabiji_app;
revoke all on function analyze_growing() from public;
grant execute on function analyze_growing() to tabiji_app;
