-- What comes back: answers of mail servers, the mailbox for reports, senders that a service refuses, and keys that end.

-- The status code by which a bounce is judged (RFC 3463, else three digits of RFC 5321); null: none was given.
alter table feedback add code text;

-- What a mail server answered while a mail was handed over, until it is taken in as feedback: whoever records a sending
-- holds enrollments, and customers are locked before those.
create table reply (
  workspace_id     int not null,
  message_id       bigint not null,
  customer_id      bigint not null,
  kind             text not null check (kind in ('bounced', 'delayed')),
  class            text check (class in ('hard', 'soft', 'sender')),
  code             text,
  detail           text not null,
  address          text not null,                 -- to which the mail was going
  at               timestamptz not null,          -- real time
  primary key (workspace_id, message_id, kind)
);

-- A mailbox that is looked into for reports and answers, one for a workspace.
create table mailbox (
  workspace_id     int primary key,
  host             text not null,
  port             int not null,
  tls              text not null check (tls in ('tls', 'starttls', 'none')),
  username         text not null,
  secret           text not null,                 -- the password, sealed with the server's key
  folder           text not null,
  uid_validity     bigint,                        -- of the folder (RFC 9051, 2.3.1.1); null: never looked into
  last_uid         bigint not null default 0,     -- up to here everything was read
  polled_at        timestamptz,                   -- real time; of the last attempt
  trouble          text,                          -- why it failed, as a code; null: it did not
  trouble_detail   text,                          -- what the server said
  trouble_since    timestamptz,
  taken            bigint not null default 0,     -- mails that were reports, complaints or refusals
  passed           bigint not null default 0,     -- mails for people, which stay as they are
  broken           bigint not null default 0,     -- mails that could not be read
  last_taken_at    timestamptz
);

-- Senders whose mails a service refuses, such as those of a domain it has not seen proved; real time.
create table sender_trouble (
  workspace_id     int not null,
  sender           text not null,
  since            timestamptz not null,
  waits_until      timestamptz not null,          -- its mails are offered again after that
  tries            int not null,
  because          text not null,
  primary key (workspace_id, sender)
);

-- What the address is made of that services call: it stays while the keys of links change.
alter table workspace add hook_key text;
update workspace set hook_key = link_keys[1];
alter table workspace alter hook_key set not null,
  alter hook_key set default replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
-- When each of link_keys came, and when it ends (null: not yet decided). A key that has ended is empty: the others keep
-- their numbers, which stand in links.
alter table workspace add link_key_times jsonb not null default '[]';

do $$
declare name text;
begin
  foreach name in array array['reply', 'mailbox', 'sender_trouble'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($policy$create policy own_workspace on %I
      using (workspace_id = (select nullif(current_setting('tabiji.workspace', true), '')::int))$policy$, name);
    execute format('revoke all on %I from tabiji_app', name);
    execute format('grant select, insert, update, delete on %I to tabiji_app', name);
  end loop;
end $$;
