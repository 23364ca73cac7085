-- Pieces of mails that a workspace keeps under a name, to put copies of them into other mails.
create table saved_block (
  workspace_id     int not null references workspace,
  id               int generated always as identity,
  name             text not null,
  mjml             text not null,
  updated_at       timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, name)
);
alter table saved_block enable row level security;
alter table saved_block force row level security;
create policy own_workspace on saved_block
  using (workspace_id = (select nullif(current_setting('tabiji.workspace', true), '')::int));
grant select, insert, update, delete on saved_block to tabiji_app;
