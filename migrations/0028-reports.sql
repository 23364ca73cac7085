-- Reports are read from the rows of the mails themselves. What finds a period in them costs next to nothing when they are
-- written: one entry per 128 pages, not one per row.
create index message_when on message using brin (asked_at, at);
create index shop_order_when on shop_order using brin (at);
create index feedback_when on feedback using brin (at);

-- These are few: bounces, refusals by customers, passages that met their goal.
create index feedback_bounce on feedback (workspace_id, message_id) where kind = 'bounced';
create index consent_refused on consent (workspace_id, at) where not subscribed;
create index enrollment_goal on enrollment (workspace_id, id) include (ended_at) where exit_reason = 'goal';

-- Which orders count for a mail: after it was sent or clicked, and for how many days.
alter table workspace add reporting jsonb not null default '{"touch": "sent", "days": 7}';

-- Mails of before rules at sending were asked for when they went (the owner may be no superuser, and must see every
-- workspace).
alter table message no force row level security;
update message set asked_at = at where asked_at is null;
alter table message force row level security;
