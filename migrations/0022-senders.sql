-- In whose name mails go, what signs them, and what the DNS says of their domains.

create table sender (
  workspace_id     int not null,
  key              text not null,                 -- what journeys and mails mention; never changes
  name             text not null,                 -- among the shop's own people
  from_name        jsonb not null,                -- ja, en: what readers see; one may be empty
  address          text not null,
  reply_to         text,                          -- null: the address
  provider         text,                          -- null: the workspace's
  policy           text not null default 'never_twice' check (policy in ('never_twice', 'never_missed')),
  identity         jsonb not null default '{}',   -- what differs from the workspace's
  staff            jsonb,                         -- attribute that names the customer's own staff member, and who they are
  retired_at       timestamptz,                   -- real time
  created_at       timestamptz not null default now(),
  primary key (workspace_id, key)
);
-- Who has none of their own has this one. sender_name and sender_address repeat it, since every transaction reads them.
alter table workspace add default_sender text not null default 'main';
insert into sender (workspace_id, key, name, from_name, address, created_at)
select id, default_sender, sender_name,
       jsonb_build_object('ja', case locale when 'ja' then sender_name else '' end,
                          'en', case locale when 'ja' then '' else sender_name end), sender_address, created_at
  from workspace;

-- A workspace begins with one sender.
create function first_sender() returns trigger language plpgsql as $$
declare before text := current_setting('tabiji.workspace', true);
begin
  perform set_config('tabiji.workspace', new.id::text, true);
  insert into sender (workspace_id, key, name, from_name, address)
  values (new.id, new.default_sender, new.sender_name,
          jsonb_build_object('ja', case new.locale when 'ja' then new.sender_name else '' end,
                             'en', case new.locale when 'ja' then '' else new.sender_name end), new.sender_address);
  perform set_config('tabiji.workspace', coalesce(before, ''), true);
  return null;
end $$;
create trigger first_sender after insert on workspace for each row execute function first_sender();

alter table template add sender text;                                    -- null: the default one
alter table journey_version add senders jsonb not null default '{}';     -- template → the sender it had when published
alter table outbox add sender text;                                      -- null: the default one when it goes
alter table message add sender text;

-- Signs the mails of a domain (DKIM). The newest that the DNS has been seen to show signs.
create table dkim_key (
  workspace_id     int not null,
  domain           text not null,
  selector         text not null,
  secret           text not null,                 -- sealed with the server's key
  public_key       text not null,                 -- SubjectPublicKeyInfo, base64
  made_at          timestamptz not null,          -- real time
  seen_at          timestamptz,                   -- real time; null: the DNS has not shown it yet
  primary key (workspace_id, domain, selector)
);

-- What the DNS said of a sender's domain when it was asked last.
create table domain_check (
  workspace_id     int not null,
  domain           text not null,
  checked_at       timestamptz not null,          -- real time
  report           jsonb not null,
  primary key (workspace_id, domain)
);

do $$
declare name text;
begin
  foreach name in array array['sender', 'dkim_key', 'domain_check'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($policy$create policy own_workspace on %I
      using (workspace_id = (select nullif(current_setting('tabiji.workspace', true), '')::int))$policy$, name);
    execute format('revoke all on %I from tabiji_app', name);
    execute format('grant select, insert, update, delete on %I to tabiji_app', name);
  end loop;
end $$;
