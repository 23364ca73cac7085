-- What all mails of a workspace share: colours, fonts, logo and footer; what is added to links; to whom tests go.
create table mail_setting (
  workspace_id     int primary key,
  brand            jsonb not null default '{}',
  utm              jsonb,                     -- null: links stay as they are written
  testers          jsonb not null default '[]'
);
alter table mail_setting enable row level security;
alter table mail_setting force row level security;
create policy own_workspace on mail_setting
  using (workspace_id = (select nullif(current_setting('tabiji.workspace', true), '')::int));
grant select, insert, update, delete on mail_setting to tabiji_app;

-- Tests that were sent to colleagues: never a journey's mail, never counted with those.
create table test_send (
  workspace_id     int not null,
  id               bigint not null,
  template         text not null,
  recipient        text not null,
  shown_as         text not null,             -- a customer's shop id, or the persona
  subject          text not null,
  provider         text not null,
  state            text not null,
  because          text,
  sent_at          timestamptz not null,      -- real time
  primary key (workspace_id, id)
);
create index test_send_template on test_send (workspace_id, template, id);
alter table test_send enable row level security;
alter table test_send force row level security;
create policy own_workspace on test_send
  using (workspace_id = (select nullif(current_setting('tabiji.workspace', true), '')::int));
grant select, insert, update, delete on test_send to tabiji_app;

-- Pictures of mails. Whoever knows a picture's name may see it: mails are opened everywhere.
create table image (
  workspace_id     int not null,
  id               text not null,             -- cannot be guessed
  name             text not null,
  alt              text not null default '',
  type             text not null,             -- found in its content, not believed
  width            int not null,
  height           int not null,
  content          bytea not null,
  created_at       timestamptz not null,      -- real time
  primary key (workspace_id, id)
);
alter table image alter column content set storage external; -- compressed already
alter table image enable row level security;
alter table image force row level security;
create policy own_workspace on image
  using (workspace_id = (select nullif(current_setting('tabiji.workspace', true), '')::int));
grant select, insert, update, delete on image to tabiji_app;
