-- What was asked, said and decided about drafts: rows are only ever added, and say what exactly they are about.
create table approval (
  workspace_id     int not null,
  id               bigint not null,
  journey_id       int not null,
  did              text not null check (did in ('asked', 'said', 'approved', 'changes_wanted', 'published')),
  rev              int not null,
  hash             text not null,             -- of the graph and of the mails it sends
  content          json,                      -- the same, to say later what has changed; null where nothing is decided
  by_id            text,                      -- the person's browser
  by_name          text,
  reviewer         text,                      -- of what is asked: whom
  text             text,
  version          int,                       -- of what is published
  at               timestamptz not null,      -- workspace time
  primary key (workspace_id, id),
  foreign key (workspace_id, journey_id) references journey on delete cascade
);
create index approval_journey on approval (workspace_id, journey_id, id);

-- Reviews that are open now were about a revision, not about a content: they have to be answered once more.
alter table journey_review no force row level security;
insert into approval (workspace_id, id, journey_id, did, rev, hash, by_name, reviewer, at)
select workspace_id, nextval('row_number'), journey_id, 'asked', rev, '', asked_by, reviewer, asked_at from journey_review;
drop table journey_review;

alter table approval enable row level security;
alter table approval force row level security;
create policy own_workspace on approval
  using (workspace_id = (select nullif(current_setting('tabiji.workspace', true), '')::int));
grant select, insert on approval to tabiji_app;

-- Who works alone may approve what they drew themselves.
alter table workspace add review_alone boolean not null default false;

-- What colleagues say to each other about a journey or one of its nodes.
create table journey_comment (
  workspace_id     int not null,
  id               bigint not null,
  journey_id       int not null,
  node             text,                      -- null: about the whole journey
  thread           bigint not null,           -- its first comment
  by_id            text,
  by_name          text,
  text             text not null,
  at               timestamptz not null,      -- workspace time
  resolved_at      timestamptz,               -- of a thread's first comment
  resolved_by      text,
  primary key (workspace_id, id),
  foreign key (workspace_id, journey_id) references journey on delete cascade
);
create index journey_comment_journey on journey_comment (workspace_id, journey_id, id);
alter table journey_comment enable row level security;
alter table journey_comment force row level security;
create policy own_workspace on journey_comment
  using (workspace_id = (select nullif(current_setting('tabiji.workspace', true), '')::int));
grant select, insert, update on journey_comment to tabiji_app;
