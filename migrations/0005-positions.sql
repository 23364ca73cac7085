-- What an enrollment rests for besides time, what its nodes remember, and what they change about a customer.

alter table enrollment
  add listens boolean not null default false,  -- rests until something is heard; due_at is then the timeout, if any
  add memory jsonb,                            -- node → what it asked to remember (repeats so far)
  add held_due timestamptz,                    -- was due then, but its journey is paused
  add entered_by text;                         -- code of what let it in: first_purchase, segment:loyal:entered, manual

-- Yes and no per topic; without a row nothing was said.
create table subscription (
  workspace_id     int not null,
  customer_id      bigint not null,
  at               timestamptz not null,
  subscribed       boolean not null,
  topic            text not null,
  source           text not null,    -- journey:<id>, preference_page, import, api
  primary key (workspace_id, customer_id, topic)
);

-- What is decided for everybody at a node of a journey (the winner of an experiment).
create table node_board (
  workspace_id     int not null,
  journey_id       int not null,
  node             text not null,
  board            jsonb not null,
  updated_at       timestamptz not null,
  primary key (workspace_id, journey_id, node)
);

-- Work of a node type's own that is still to be done; the outbox of everything that is not a letter.
create table effect (
  workspace_id     int not null,
  id               bigint not null,
  customer_id      bigint not null,
  enrollment_id    bigint not null,
  journey_id       int not null,
  version          int not null,
  visit            int not null,
  attempts         int not null default 0,
  fence            bigint not null default 0,
  asked_at         timestamptz not null,                     -- workspace time of the pass that asked
  retry_at         timestamptz not null default '-infinity', -- real time
  lease_until      timestamptz,                              -- real time
  status           text not null default 'queued' check (status in ('queued', 'working', 'unknown')),
  node             text not null,
  performer        text not null,
  payload          jsonb not null,
  key              text not null,                            -- stable for ever: the receiver's idempotency key
  error            text,
  primary key (workspace_id, id),
  unique (workspace_id, key)
) with (fillfactor = 70);
create index effect_ready on effect (workspace_id, retry_at) where status in ('queued', 'working');
create index effect_enrollment on effect (workspace_id, enrollment_id);

do $$
declare name text;
begin
  foreach name in array array['subscription', 'node_board', 'effect'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($policy$create policy own_workspace on %I
      using (workspace_id = (select nullif(current_setting('tabiji.workspace', true), '')::int))$policy$, name);
    execute format('grant select, insert, update, delete on %I to tabiji_app', name);
  end loop;
end $$;
