-- How often each row without an id has come so far in a running import: identical rows are told apart by their ordinal.
-- Written in the transaction that stores the rows, gone when the import has ended; so the number of rows costs no memory.
create table import_row (
  workspace_id     int not null,
  import_id        int not null,
  key              bigint not null,  -- beginning of the row's hash
  n                int not null,
  primary key (workspace_id, import_id, key)
);
alter table import_row enable row level security;
alter table import_row force row level security;
create policy own_workspace on import_row
  using (workspace_id = (select nullif(current_setting('tabiji.workspace', true), '')::int));
grant select, insert, update, delete on import_row to tabiji_app;
