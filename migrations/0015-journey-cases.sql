-- Saved traces: what must be true of a journey after every change.
create table journey_case (
  workspace_id     int not null,
  id               int generated always as identity,
  journey_id       int not null,
  name             text not null,
  setup            jsonb not null,                             -- who is sent through, when, and what happens to them
  expected         jsonb not null,                             -- nodes, ports, mails and instants, in order
  created_at       timestamptz not null,                       -- real time
  primary key (workspace_id, id),
  foreign key (workspace_id, journey_id) references journey on delete cascade
);
create index journey_case_journey on journey_case (workspace_id, journey_id, id);
alter table journey_case enable row level security;
alter table journey_case force row level security;
create policy own_workspace on journey_case
  using (workspace_id = (select nullif(current_setting('tabiji.workspace', true), '')::int));
grant select, insert, update, delete on journey_case to tabiji_app;
