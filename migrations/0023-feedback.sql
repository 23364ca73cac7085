-- What providers, mail servers and readers tell of a mail after it was handed over. Rows are only ever added.
create table feedback (
  workspace_id     int not null,
  id               bigint generated always as identity,
  message_id       bigint not null,
  customer_id      bigint not null,
  at               timestamptz not null,          -- workspace time
  received_at      timestamptz not null,          -- real time
  kind             text not null,
  source           text not null,                 -- resend, report, link
  key              text not null,                 -- the same news has the same key, however often it is told
  class            text check (class in ('hard', 'soft', 'sender')), -- of a bounce
  detail           text,                          -- a status code, a link's address
  primary key (workspace_id, id),
  unique (workspace_id, key)
);
create index feedback_customer on feedback (workspace_id, customer_id, at);

-- All that was told of a mail, as one number (shared/sending/feedback.ts): joining it knows no order.
create table feedback_state (
  workspace_id     int not null,
  message_id       bigint not null,
  customer_id      bigint not null,
  facts            int not null,
  primary key (workspace_id, message_id)
) with (fillfactor = 80);
create index feedback_state_customer on feedback_state (workspace_id, customer_id);

-- Calls that proved whose they are, each once. What was not understood is kept to be read by people.
create table hook_call (
  workspace_id     int not null,
  id               text not null,                 -- of the caller
  received_at      timestamptz not null,          -- real time
  kind             text not null,
  taken            boolean not null,              -- it told something of a mail of ours
  payload          text,                          -- null where it was taken: the feedback says what matters
  primary key (workspace_id, id)
);
create index hook_call_received on hook_call (workspace_id, received_at);

-- What mails measure.
alter table workspace add tracking jsonb not null default '{"clicks": true, "opens": false}';

do $$
declare name text;
begin
  foreach name in array array['feedback', 'feedback_state', 'hook_call'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($policy$create policy own_workspace on %I
      using (workspace_id = (select nullif(current_setting('tabiji.workspace', true), '')::int))$policy$, name);
    execute format('revoke all on %I from tabiji_app', name);
  end loop;
end $$;
grant select, insert, delete on feedback, hook_call to tabiji_app;
grant update on hook_call to tabiji_app;
grant select, insert, update, delete on feedback_state to tabiji_app;
grant usage, select on all sequences in schema public to tabiji_app;
