-- Mails of a journey that wait until somebody has looked at the first of them.
alter table journey add column hold_first int check (hold_first between 1 and 1000); -- null: its mails go by themselves

-- Who wanted that, who let the mails go, and how many had gathered. Kept for good.
create table release_hold (
  workspace_id     int not null,
  id               int generated always as identity,
  journey_id       int not null,
  version          int not null,                  -- by which it was published
  first            int not null,                  -- how many are to be looked at
  held_at          timestamptz not null,          -- workspace time, as ended_at
  held_by          text,
  ended_at         timestamptz,
  ended_by         text,
  outcome          text check (outcome in ('released', 'stopped')),
  mails            int,                           -- that waited when it ended
  note             text,
  primary key (workspace_id, id)
);
create unique index release_hold_open on release_hold (workspace_id, journey_id) where ended_at is null;
create index release_hold_journey on release_hold (workspace_id, journey_id, id);

alter table release_hold enable row level security;
alter table release_hold force row level security;
create policy own_workspace on release_hold
  using (workspace_id = (select nullif(current_setting('tabiji.workspace', true), '')::int));
revoke all on release_hold from tabiji_app;
grant select, insert, update on release_hold to tabiji_app;
grant usage, select on all sequences in schema public to tabiji_app;
