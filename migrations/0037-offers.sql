-- What mails recommend, and which products are not recommended for now.
alter table workspace add offers jsonb not null default '{}';            -- template key → products, days
alter table workspace add paused_products text[] not null default '{}';  -- promotions of them wait
