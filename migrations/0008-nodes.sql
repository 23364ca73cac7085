-- What nodes keep besides positions: choices that are compared later, questions and their answers, work outside.

-- By which port customers first left a node that keeps it (an experiment, people kept out for comparison).
create table choice (
  workspace_id     int not null,
  customer_id      bigint not null,
  enrollment_id    bigint not null,
  arrival          bigint not null,        -- number of the newest fact then
  at               timestamptz not null,
  journey_id       int not null,
  version          int not null,
  met              boolean,                -- whether the goal was met in time; null: not judged
  node             text not null,
  port             text not null,
  primary key (workspace_id, journey_id, node, customer_id)
);
create index choice_open on choice (workspace_id, journey_id, node, at) where met is null;

-- What customers are asked by links in mails, as it was last published.
create table question (
  workspace_id     int not null,
  updated_at       timestamptz not null,
  name             text not null,
  text             text not null,
  answers          jsonb not null,         -- [{ value, label }]
  primary key (workspace_id, name)
);

-- Made once per workspace, never shown: what signs links in mails.
create table secret (
  workspace_id     int not null,
  name             text not null,
  value            text not null,
  primary key (workspace_id, name)
);

alter table effect add first_attempt_at timestamptz; -- real time; null: the receiver has not heard of it

do $$
declare name text;
begin
  foreach name in array array['choice', 'question', 'secret'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($policy$create policy own_workspace on %I
      using (workspace_id = (select nullif(current_setting('tabiji.workspace', true), '')::int))$policy$, name);
    execute format('grant select, insert, update, delete on %I to tabiji_app', name);
  end loop;
end $$;
