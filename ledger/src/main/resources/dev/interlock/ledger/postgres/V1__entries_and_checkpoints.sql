-- Entries in their order and the signed checkpoints that cover them. Nothing here is ever changed or
-- removed: the role that appends may only read and insert, and the triggers below hold for everybody,
-- the owner and replication included.

create table ledger.entry (
  index bigint not null check (index >= 0),
  hash  bytea  not null,
  data  bytea  not null check (octet_length(data) <= 16777216),
  -- With the hash in the index a tree is rebuilt without touching the entries themselves.
  constraint entry_index primary key (index) include (hash),
  constraint hash_is_of_data check (hash = sha256('\x00'::bytea || data))
);

create table ledger.checkpoint (
  size bigint primary key,
  note text   not null check (octet_length(note) <= 65536),
  -- Hashes of the right edge of the tree, the smallest subtree first: one for each bit set in the size.
  edge bytea  not null,
  constraint edge_fits_size check (octet_length(edge) = 32 * bit_count(size::bit(64)))
);

-- No function may find operators or tables anywhere but where they belong, whatever path the caller set.

create function ledger.refuse_change() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'the ledger only grows: % on ledger.% is refused', tg_op, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;

create function ledger.continue_entries() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  next_index bigint;
begin
  select coalesce(max(index) + 1, 0) into next_index from ledger.entry;
  if new.index <> next_index then
    raise exception 'entry % is out of turn: the next one is %', new.index, next_index
      using errcode = 'check_violation';
  end if;
  return new;
end $$;

create function ledger.continue_checkpoints() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  entries bigint;
begin
  select coalesce(max(index) + 1, 0) into entries from ledger.entry;
  if new.size <> entries then
    raise exception 'the checkpoint covers % entries, there are %', new.size, entries
      using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger only_grows before update or delete or truncate on ledger.entry
  for each statement execute function ledger.refuse_change();
create trigger only_grows before update or delete or truncate on ledger.checkpoint
  for each statement execute function ledger.refuse_change();
create trigger in_turn before insert on ledger.entry
  for each row execute function ledger.continue_entries();
create trigger in_turn before insert on ledger.checkpoint
  for each row execute function ledger.continue_checkpoints();

-- ALWAYS: also when session_replication_role is replica.
alter table ledger.entry enable always trigger only_grows;
alter table ledger.entry enable always trigger in_turn;
alter table ledger.checkpoint enable always trigger only_grows;
alter table ledger.checkpoint enable always trigger in_turn;
