-- Facts are looked at for who may be inside of a version. Housekeeping notices when nobody is any more.
alter table journey_version add travelled boolean not null default true;

-- Who receives facts keeps what is live (journeys, segments, who listens for what) in memory, under the number that
-- stands here. The number is new after each change, also after one that was rolled back.
create sequence setup_number as bigint;
create table setup_revision (
  workspace_id     int primary key,
  revision         bigint not null
);
alter table setup_revision enable row level security;
alter table setup_revision force row level security;
create policy own_workspace on setup_revision
  using (workspace_id = (select nullif(current_setting('tabiji.workspace', true), '')::int));
grant select, insert, update, delete on setup_revision to tabiji_app;
grant usage, select on sequence setup_number to tabiji_app;

-- Those who receive facts hold the setup (a shared lock) until they commit, so that nobody who enters by a new version
-- can listen for a fact that somebody who did not know it yet is just storing.
create function change_setup(workspace int) returns void language sql as $$
  select pg_advisory_xact_lock(7104, workspace);
  insert into setup_revision (workspace_id, revision) values (workspace, nextval('setup_number'))
      on conflict (workspace_id) do update set revision = excluded.revision;
$$;

-- The number is read after the lock was granted: each statement of a volatile function sees what is committed then.
create function hold_setup(workspace int) returns bigint language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock_shared(7104, workspace);
  return coalesce((select revision from setup_revision where workspace_id = workspace), 0);
end $$;

create function setup_changed() returns trigger language plpgsql as $$
begin
  perform change_setup(case when tg_op = 'DELETE' then old.workspace_id else new.workspace_id end);
  return null;
end $$;
create trigger setup_changed after insert or delete on segment for each row execute function setup_changed();
create trigger setup_updated after update on segment for each row
  when (old.key <> new.key or old.condition::text <> new.condition::text) execute function setup_changed();
create trigger setup_updated after update on journey_version for each row
  when (old.travelled <> new.travelled) execute function setup_changed();
create trigger setup_changed after insert or delete on journey_version for each row execute function setup_changed();
create trigger setup_changed after delete on journey for each row execute function setup_changed();
create trigger setup_updated after update on journey for each row
  when (old.status <> new.status or old.version is distinct from new.version) execute function setup_changed();

-- Work of a publish that goes on after its commit: planned customers by their dates. Found again when its job is lost.
alter table journey add planning boolean not null default false;

-- An order starts journeys when it counts for the first time. Those that are here already have had their chance.
alter table shop_order add has_counted boolean not null default true;
