-- When letters may go, how many and to whom not; what a journey can be besides a draft and live.

alter table workspace
  add rules jsonb not null default '{}',                      -- quiet hours, send window, cap, age, share held out
  add salt text not null default gen_random_uuid()::text;     -- with a customer's id it decides who is held out; never changes

alter table journey
  drop constraint journey_status_check,
  add constraint journey_status_check check (status in ('draft', 'live', 'paused', 'stopped', 'archived')),
  add paused_at timestamptz,                                   -- workspace time
  add change jsonb;                                            -- a resume or stop under way, and how far it is

alter table outbox
  drop constraint outbox_status_check,
  add constraint outbox_status_check check (status in ('queued', 'sending', 'unknown', 'held')),
  add hold_until timestamptz,                                  -- workspace time; infinity: until its journey goes on
  add counted int,                                             -- the local date on which it took a place under the cap
  add priority smallint not null default 50,
  add topic text,
  add stale boolean not null default false,                    -- asked for so late after a pause that it is passed over
  add holds jsonb;                                             -- [[since, why, until], …]
-- Not by `status`, which changes with every claim: a claim must leave all indexes alone.
create index outbox_held on outbox (workspace_id, hold_until) where hold_until is not null;
create index outbox_frozen on outbox (workspace_id, journey_id, id) where hold_until = 'infinity';

alter table message
  add asked_at timestamptz,
  add holds jsonb;

-- Was due while its journey was paused.
create index enrollment_held on enrollment (workspace_id, journey_id, id) where held_due is not null;

-- The letters that count under the cap, one row per customer: its lock decides who takes the last place of a day.
create table ledger (
  workspace_id     int not null,
  customer_id      bigint not null,
  days             int[] not null,                             -- local dates since 1970-01-01, one entry a letter
  primary key (workspace_id, customer_id)
) with (fillfactor = 80);

alter table ledger enable row level security;
alter table ledger force row level security;
create policy own_workspace on ledger
  using (workspace_id = (select nullif(current_setting('tabiji.workspace', true), '')::int));
grant select, insert, update, delete on ledger to tabiji_app;
