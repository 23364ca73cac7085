-- How fast mails go, when the service that carries them has had enough, and what stops a sender by itself.
alter table workspace add paces jsonb not null default '{}';            -- sender → what differs from the standard pace
alter table workspace add paused_senders text[] not null default '{}';  -- whose promotional mails wait

-- Mails for whose family there was no room any more: due (retry_at: infinity) when their line lets them go, in this order.
alter table outbox add line text;
alter table outbox add line_rank int;
create index outbox_line on outbox (workspace_id, line, line_rank, id) where line is not null;

-- How much of a limit is used up, for all senders together: "sender family", and "sender *" for all mails of a sender.
create table send_bucket (
  workspace_id     int not null,
  line             text not null,
  full_at          double precision not null default 0,   -- real time in milliseconds since 1970: full again
  day              int not null default 0,                -- days since 1970, where the workspace is
  sent             bigint not null default 0,             -- mails of that day
  opens_at         timestamptz not null default '-infinity', -- real time: there is room again
  primary key (workspace_id, line)
) with (fillfactor = 50);

-- A service that carries mails and asked to wait, or cannot be reached. No row: all is well.
create table provider_trouble (
  workspace_id     int not null,
  provider         text not null,
  since            timestamptz not null,          -- real time, as are the others
  waits_until      timestamptz not null,          -- nobody asks it for anything before
  opened_at        timestamptz,                   -- it failed so often that it is tried with one mail only
  tries            int not null,                  -- attempts that failed one after the other
  because          text not null,
  primary key (workspace_id, provider)
);

-- What became of a sender's mails, by the time at which they went: added to, never changed, folded by the hour later.
create table sender_tally (
  workspace_id     int not null,
  id               bigint generated always as identity,
  sender           text not null,
  at               timestamptz not null,          -- real time
  sent             int not null default 0,
  hard             int not null default 0,        -- dead addresses
  complained       int not null default 0,
  policy           int not null default 0,        -- 5.7.x: the sender is not believed
  unproved         int not null default 0,        -- of those: SPF, DKIM or DMARC failed
  primary key (workspace_id, id)
);
create index sender_tally_at on sender_tally (workspace_id, sender, at);

-- When promotional mails of a sender stopped by themselves, why, and who let them go on. Kept for good.
create table sender_pause (
  workspace_id     int not null,
  id               int generated always as identity,
  sender           text not null,
  paused_at        timestamptz not null,          -- real time
  because          text not null check (because in ('bounces', 'complaints', 'policy')),
  figures          jsonb not null,
  released_at      timestamptz,
  released_by      text,
  note             text,
  primary key (workspace_id, id)
);
create unique index sender_pause_open on sender_pause (workspace_id, sender) where released_at is null;

do $$
declare name text;
begin
  foreach name in array array['send_bucket', 'provider_trouble', 'sender_tally', 'sender_pause'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($policy$create policy own_workspace on %I
      using (workspace_id = (select nullif(current_setting('tabiji.workspace', true), '')::int))$policy$, name);
    execute format('revoke all on %I from tabiji_app', name);
  end loop;
end $$;
grant select, insert, update, delete on send_bucket, provider_trouble, sender_tally to tabiji_app;
grant select, insert, update on sender_pause to tabiji_app;
grant usage, select on all sequences in schema public to tabiji_app;
