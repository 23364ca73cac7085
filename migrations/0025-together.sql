-- breaking: senders of the version before would ask by itself for a mail that was asked for with others. Stop them first.

-- Several mails in one request: only the same mails under the same key are the same request.
alter table outbox_batch add column key text;              -- of the request; null: each mail has its own
alter table outbox_batch add column members bigint[];      -- outbox ids of those in the request
alter table outbox_batch add column retry_at timestamptz;  -- real time: when to see whether all of it is to be asked for again
create index outbox_batch_retry on outbox_batch (workspace_id, retry_at) where retry_at is not null;
alter table outbox add column alone boolean not null default false; -- a request was refused, perhaps because of this mail

-- Where mail servers report what they could not deliver; null: to the sender's address.
alter table workspace add column bounce_address text;
