-- pg-boss runs as the application's role; queues are declared at start through its own function.
grant usage on schema pgboss to tabiji_app;
grant select, insert, update, delete on all tables in schema pgboss to tabiji_app;
grant usage on all sequences in schema pgboss to tabiji_app;
grant execute on all functions in schema pgboss to tabiji_app;
