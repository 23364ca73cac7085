-- Soft bounces are counted by address, as suppressions are kept: a new address begins anew.
alter table feedback add address_hash bytea;      -- null: no soft bounce
alter table sender_trouble add changed_at timestamptz; -- real time: somebody has changed the sender since, and nothing was tried yet

-- What is counted now was counted by customer: it goes to the address that the customer has. (The owner may be no
-- superuser, and must see every workspace.)
alter table feedback no force row level security;
alter table customer no force row level security;
update feedback f set address_hash = address_hash(w.salt, c.email)
  from workspace w, customer c
 where w.id = f.workspace_id and c.workspace_id = f.workspace_id and c.id = f.customer_id and c.email is not null
   and f.kind = 'bounced' and f.class = 'soft' and f.received_at > now() - interval '60 days';
alter table feedback force row level security;
alter table customer force row level security;

create index feedback_address on feedback (workspace_id, address_hash, at) where address_hash is not null;
