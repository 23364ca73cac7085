-- A mail in several languages: the template itself is in its main one, each other language has a row here.
alter table template add column language text;         -- BCP 47; null: the workspace's
create table template_variant (
  workspace_id     int not null,
  key              text not null,
  language         text not null,
  subject          text not null,
  mjml             text not null,
  primary key (workspace_id, key, language),
  foreign key (workspace_id, key) references template (workspace_id, key) on delete cascade
);

-- The same for what was published. Never changes.
alter table template_version add column language text;
create table template_version_variant (
  workspace_id     int not null,
  version          int not null,
  language         text not null,
  subject          text not null,
  html             text not null,
  hash             bytea not null,
  primary key (workspace_id, version, language),
  foreign key (workspace_id, version) references template_version (workspace_id, id) on delete cascade
);

do $$
declare name text;
begin
  foreach name in array array['template_variant', 'template_version_variant'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($policy$create policy own_workspace on %I
      using (workspace_id = (select nullif(current_setting('tabiji.workspace', true), '')::int))$policy$, name);
  end loop;
end $$;
grant select, insert, update, delete on template_variant, template_version_variant to tabiji_app;
