-- Customers are found by the beginning of a name, reading, address or number. Comparing whole keys is leakproof where
-- `like` is not, so under row level security only these can use an index.
create function search_key(text) returns text
  language sql immutable parallel safe
  return nullif(replace(lower(translate(normalize($1, NFKC),
    'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖ・',
    'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶ') collate "C"), ' ', ''), '');
grant execute on function search_key(text) to tabiji_app;

alter table customer
  add find_name  text collate "C" generated always as (search_key(coalesce(last_name, '') || coalesce(first_name, ''))) stored,
  add find_given text collate "C" generated always as (search_key(first_name)) stored,
  add find_kana  text collate "C" generated always as (search_key(coalesce(last_name_kana, '') || coalesce(first_name_kana, ''))) stored,
  add find_email text collate "C" generated always as (search_key(email)) stored,
  add find_phone text collate "C" generated always as (nullif(regexp_replace(phone, '[^0-9]', '', 'g'), '')) stored;

create index customer_find_name  on customer (workspace_id, find_name)  where find_name is not null;
create index customer_find_given on customer (workspace_id, find_given) where find_given is not null;
create index customer_find_kana  on customer (workspace_id, find_kana)  where find_kana is not null;
create index customer_find_email on customer (workspace_id, find_email) where find_email is not null;
create index customer_find_phone on customer (workspace_id, find_phone) where find_phone is not null;
