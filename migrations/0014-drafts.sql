-- Whose draft it is, what was changed in it and by whom, and who edits it now.

alter table journey add draft_by jsonb;                        -- {id, name} of who saved last; null: nobody who said a name

-- The last changes of every draft, so that two people's can be put together; housekeeping takes the old ones away.
create table draft_change (
  workspace_id     int not null,
  journey_id       int not null,
  rev              int not null,                               -- of the draft with this change
  at               timestamptz not null,                       -- real time
  tab              text,                                       -- the window it was made in
  person           jsonb,
  labels           jsonb not null,
  patches          json not null,
  primary key (workspace_id, journey_id, rev),
  foreign key (workspace_id, journey_id) references journey on delete cascade
);

-- Who edits a draft now, one row at most per journey. It forbids nothing; it keeps people out of each other's way.
create table draft_lease (
  workspace_id     int not null,
  journey_id       int not null,
  tab              text not null,
  person           jsonb not null,
  until            timestamptz not null,                       -- real time, as all here
  asked_tab        text,                                       -- who would like to take over
  asked_person     jsonb,
  asked_until      timestamptz,
  hand_over_at     timestamptz,                                -- once the holder knows of it
  primary key (workspace_id, journey_id),
  foreign key (workspace_id, journey_id) references journey on delete cascade
);

do $$
declare t text;
begin
  foreach t in array array['draft_change', 'draft_lease'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_workspace on %I using (workspace_id = (select nullif(current_setting(''tabiji.workspace'', true), '''')::int))', t);
    execute format('grant select, insert, update, delete on %I to tabiji_app', t);
  end loop;
end $$;
