-- Workspaces that were made since column hook_key is there have a random one, while their address was still made of the
-- first key of links: addresses that services know stay as they are.
update workspace set hook_key = link_keys[1];
comment on column workspace.link_key_times is 'since when each of link_keys signs (real time); []: the first alone, since created_at';
