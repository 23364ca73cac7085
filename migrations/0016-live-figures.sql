-- Figures of running journeys by day, who stands where without counting anybody, and what people did to people by hand.

-- The local date on which it happened; null in what workers of the version before write.
alter table journey_delta add day int;
create table journey_day (
  workspace_id     int not null,
  journey_id       int not null,
  version          int not null,
  day              int not null,         -- local date since 1970-01-01
  n                bigint not null,
  kind             text not null,
  node             text not null,
  name             text not null,
  primary key (workspace_id, journey_id, day, version, kind, node, name)
);

-- Few are parked, and they are counted again and again.
create index enrollment_parked on enrollment (workspace_id, journey_id, node) where error is not null and ended_at is null;

-- Who moved people on, ended their passages or took their names out of the house. Rows are only ever added.
create table intervention (
  workspace_id     int not null,
  id               bigint not null,
  at               timestamptz not null,  -- workspace time
  real_at          timestamptz not null,
  journey_id       int not null,
  people           int not null,
  action           text not null,         -- move_on, end, export
  actor            text not null,         -- how they were let in: token, this_machine
  origin           text not null,         -- the address they came from
  agent            text not null,         -- their program, as it names itself
  chosen           jsonb not null,        -- how the people were chosen
  enrollments      bigint[] not null,     -- who it was; empty for an export, which `chosen` describes
  primary key (workspace_id, id)
);
create index intervention_journey on intervention (workspace_id, journey_id, id);

do $$
declare name text;
begin
  foreach name in array array['journey_day', 'intervention'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($policy$create policy own_workspace on %I
      using (workspace_id = (select nullif(current_setting('tabiji.workspace', true), '')::int))$policy$, name);
  end loop;
end $$;
grant select, insert, update, delete on journey_day to tabiji_app;
revoke all on intervention from tabiji_app;
grant select, insert on intervention to tabiji_app;

-- From here on those who stand at a node are entered − left − exit + moved. What moved before was not counted: made up
-- for once, from the rows (the owner may be no superuser, and must see every workspace).
alter table enrollment no force row level security;
alter table journey_delta no force row level security;
alter table journey_total no force row level security;
insert into journey_total (workspace_id, journey_id, version, kind, node, name, n)
select workspace_id, journey_id, version, 'moved', node, '', sum(n) from (
  select workspace_id, journey_id, version, node, 1 as n from enrollment where ended_at is null
  union all
  select workspace_id, journey_id, version, node, case kind when 'entered' then -n else n end
    from (select workspace_id, journey_id, version, kind, node, n from journey_total
          union all select workspace_id, journey_id, version, kind, node, n from journey_delta) c
   where kind in ('entered', 'left', 'exit') and node <> '') d
 group by 1, 2, 3, 5 having sum(n) <> 0;
alter table enrollment force row level security;
alter table journey_delta force row level security;
alter table journey_total force row level security;
