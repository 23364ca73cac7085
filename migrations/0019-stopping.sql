-- Who may be written to about what, the proof of it, who is never written to, and how all of it is stopped at once.

alter table workspace
  add topics jsonb not null default '[
    {"key": "news", "kind": "marketing", "byDefault": true, "doubleOptIn": false,
     "name": {"ja": "お知らせ", "en": "News"},
     "about": {"ja": "商品のこと、使い方、季節のお便り", "en": "Products, how to use them, letters of the season"}},
    {"key": "transactional", "kind": "transactional", "byDefault": true, "doubleOptIn": false,
     "name": {"ja": "ご注文・お手続き", "en": "Orders and account"},
     "about": {"ja": "ご注文やお手続きに必要なご連絡", "en": "What you need to know about an order or your account"}}]',
  add identity jsonb not null default '{}',       -- company, postal address, where complaints go
  -- what signs links in mails; the last one signs, the ones before are still believed
  add link_keys text[] not null default array[replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')],
  add sending_stopped_at timestamptz,             -- workspace time; null: mails go
  add sending_stopped_by text;

-- Every yes and no with its proof. Rows are only ever added.
create table consent (
  workspace_id     int not null,
  id               bigint generated always as identity,
  customer_id      bigint not null,
  at               timestamptz not null,          -- workspace time
  real_at          timestamptz not null,
  subscribed       boolean not null,
  topic            text not null,
  source           text not null,
  actor            text,
  locale           text,
  text_hash        bytea,                         -- of the words the customer saw
  ip_hash          bytea,
  primary key (workspace_id, id)
);
create index consent_customer on consent (workspace_id, customer_id, id);

-- The words of a consent, once however many saw them.
create table consent_text (
  workspace_id     int not null,
  hash             bytea not null,
  text             text not null,
  primary key (workspace_id, hash)
);

-- Addresses that are not written to. The address itself is not kept: `hint` is enough for a person to recognise it.
create table suppression (
  workspace_id     int not null,
  address_hash     bytea not null,
  at               timestamptz not null,          -- workspace time
  reason           text not null check (reason in ('hard_bounce', 'complaint', 'staff', 'import', 'erased')),
  hint             text,                          -- null: the customer was erased
  note             text,
  actor            text,
  primary key (workspace_id, address_hash)
);
create index suppression_at on suppression (workspace_id, at);
-- How that came about and who took it back. Rows are only ever added.
create table suppression_log (
  workspace_id     int not null,
  id               bigint generated always as identity,
  at               timestamptz not null,
  real_at          timestamptz not null,
  address_hash     bytea not null,
  action           text not null check (action in ('suppress', 'release')),
  reason           text not null,
  note             text,
  actor            text,
  primary key (workspace_id, id)
);
create index suppression_log_address on suppression_log (workspace_id, address_hash);

-- The one way in which an address is told again. The same in server/src/customers/suppression/address-hash.ts.
create function address_hash(salt text, address text) returns bytea
language sql immutable parallel safe as $$
  select sha256(convert_to(salt || E'\n' ||
    translate(btrim(normalize(address, NFKC), E' \t\r\n\f\v'), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'),
    'UTF8'))
$$;

-- Customers who get no promotions for a while.
create table promotion_hold (
  workspace_id     int not null,
  customer_id      bigint not null,
  until            timestamptz not null,          -- workspace time
  at               timestamptz not null,
  source           text not null,                 -- journey:<id>, api, staff: one row each
  reason           text not null,
  primary key (workspace_id, customer_id, source)
);

-- Somebody asked to be written to and was asked whether it was they; at most one mail a day and address.
create table opt_in_request (
  workspace_id     int not null,
  id               bigint generated always as identity,
  address_hash     bytea not null,
  asked_at         timestamptz not null,          -- workspace time of the newest request
  mailed_at        timestamptz not null,          -- real time
  confirmed_at     timestamptz,
  topic            text not null,
  address          text not null,
  customer         text,                          -- the shop's id, where it said one
  locale           text not null,
  text             text,                          -- the words beside the box that was ticked
  ip_hash          bytea,
  primary key (workspace_id, id),
  unique (workspace_id, address_hash, topic)
);

do $$
declare name text;
begin
  foreach name in array array['consent', 'consent_text', 'suppression', 'suppression_log', 'promotion_hold', 'opt_in_request'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($policy$create policy own_workspace on %I
      using (workspace_id = (select nullif(current_setting('tabiji.workspace', true), '')::int))$policy$, name);
    execute format('revoke all on %I from tabiji_app', name);
  end loop;
end $$;
grant select, insert on consent, consent_text, suppression_log to tabiji_app;
grant select, insert, update, delete on suppression, promotion_hold, opt_in_request to tabiji_app;
grant usage, select on all sequences in schema public to tabiji_app;

-- Topics that journeys and customers mention already (the owner may be no superuser, and must see every workspace).
alter table subscription no force row level security;
alter table journey no force row level security;
alter table journey_version no force row level security;
update workspace w set topics = w.topics || m.more
  from (select workspace_id, jsonb_agg(jsonb_build_object(
                 'key', key, 'kind', 'marketing', 'byDefault', true, 'doubleOptIn', false,
                 'name', jsonb_build_object('ja', key, 'en', key), 'about', jsonb_build_object('ja', '', 'en', '')) order by key) as more
          from (select distinct workspace_id, key
                  from (select workspace_id, topic as key from subscription
                        union all select workspace_id, draft -> 'settings' ->> 'topic' from journey
                        union all select workspace_id, graph -> 'settings' ->> 'topic' from journey_version) k
                 where key <> '' and key not in ('news', 'transactional')) d
         group by workspace_id) m
 where m.workspace_id = w.id;
alter table subscription force row level security;
alter table journey force row level security;
alter table journey_version force row level security;
