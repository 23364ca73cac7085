-- What the DNS says of a sender's domain has consequences: it is asked every day, and what turned bad is seen.
alter table domain_check
  add known    jsonb,                                          -- by topic: what it said last that was certain, since when; null: as in report
  add accepted jsonb not null default '{}',                    -- by topic: who sends all the same, and why
  add next_at  timestamptz not null default '-infinity';       -- real time: it is asked again
alter table workspace add failing_domains text[] not null default '{}'; -- whose DNS was right and is not any more

-- A sender may stop since receivers find no key for its mails any more.
alter table sender_pause drop constraint sender_pause_because_check;
alter table sender_pause add constraint sender_pause_because_check
  check (because in ('bounces', 'complaints', 'policy', 'domain'));
alter table sender_pause add domain text;                      -- where it is because of a domain
