-- Versions tell who published them, why and what they changed; a colleague may look at a draft first.
create table publish_record (
  workspace_id     int not null,
  journey_id       int not null,
  version          int not null,
  restores         int,                       -- the version whose document it brought back
  name             text,
  note             text,
  published_by     text,
  approved_by      text,
  changes          json,                      -- in words, both languages; null: the first version
  people           json not null default '{}', -- node → how many rested there and were decided about
  primary key (workspace_id, journey_id, version),
  foreign key (workspace_id, journey_id, version) references journey_version
);
alter table publish_record enable row level security;
alter table publish_record force row level security;
create policy own_workspace on publish_record
  using (workspace_id = (select nullif(current_setting('tabiji.workspace', true), '')::int));
grant select, insert, update, delete on publish_record to tabiji_app;

alter table workspace add review_required boolean not null default false;

-- What a colleague is asked to look at: one question per journey, gone with the publish that follows.
create table journey_review (
  workspace_id     int not null,
  journey_id       int not null,
  rev              int not null,          -- the draft that was looked at
  state            text not null check (state in ('asked', 'approved', 'changes_wanted')),
  asked_by         text,
  reviewer         text not null,
  asked_at         timestamptz not null,  -- workspace time
  comments         json not null default '[]',
  primary key (workspace_id, journey_id),
  foreign key (workspace_id, journey_id) references journey on delete cascade
);
alter table journey_review enable row level security;
alter table journey_review force row level security;
create policy own_workspace on journey_review
  using (workspace_id = (select nullif(current_setting('tabiji.workspace', true), '')::int));
grant select, insert, update, delete on journey_review to tabiji_app;
