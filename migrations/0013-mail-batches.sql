-- breaking: senders of the version before take a leased mail for a due one. Stop them first.

-- Claiming a mail changes no column that an index has, so the row is updated in its page and no index is touched.
drop index outbox_ready;
create index outbox_ready on outbox (workspace_id, retry_at, id);
alter table outbox set (fillfactor = 50);

-- What the mails of one claim must say again if they are tried again: written once for all of them, gone with the last.
alter table outbox add column batch bigint;
create sequence batch_number as bigint;
grant usage, select on sequence batch_number to tabiji_app;
create table outbox_batch (
  workspace_id     int not null,
  id               bigint not null,      -- never used again: a mail may leave its batch and come into another one
  made_at          timestamptz not null, -- real time
  mails            int not null,         -- that have not left the outbox
  pinned           text not null,        -- JSON: outbox id → sender, recipient, values
  primary key (workspace_id, id)
);
alter table outbox_batch alter column pinned set storage external; -- compressing it would cost more than the rest
alter table outbox_batch enable row level security;
alter table outbox_batch force row level security;
create policy own_workspace on outbox_batch
  using (workspace_id = (select nullif(current_setting('tabiji.workspace', true), '')::int));
grant select, insert, update, delete on outbox_batch to tabiji_app;
