-- What happened to each change, in order, and the files that the events name. Nothing here is ever
-- changed or removed: the runtime role may only read and insert, and the triggers hold for everybody,
-- the owner and replication included.

create table changes.content (
  sha256 bytea primary key,
  data   bytea not null check (octet_length(data) <= 16777216),
  constraint sha256_is_of_data check (sha256 = pg_catalog.sha256(data))
);

create table changes.event (
  position    bigint      primary key,
  change      text        check (char_length(change) between 1 and 253),
  version     int         not null check (version >= 0),
  kind        text        not null check (kind in
    ('filed', 'revised', 'evidence-received', 'decided', 'withdrawn', 'carried-out')),
  account     text        not null check (char_length(account) between 1 and 320),
  at          timestamptz not null,
  body        text        not null check (octet_length(body) <= 16777216),
  key         text        check (char_length(key) between 1 and 200),
  fingerprint text        not null,
  constraint only_evidence_is_about_none check (change is not null or kind = 'evidence-received')
);

-- Where a change stands is asked before each event.
create index event_of_change on changes.event (change, position);
create unique index one_event_for_a_key on changes.event (account, key) where key is not null;
create unique index one_filing_for_a_version on changes.event (change, version)
  where kind in ('filed', 'revised');
create unique index one_end on changes.event (change) where kind in ('withdrawn', 'carried-out');

-- No function may find operators or tables anywhere but where they belong, whatever path the caller set.

create function changes.refuse_change() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'the register only grows: % on changes.% is refused', tg_op, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;

-- Positions follow one another in the order of commits, so that a reader who has seen one has seen all before it.
create function changes.continue_events() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  next_position bigint;
begin
  select coalesce(max(position) + 1, 1) into next_position from changes.event;
  if new.position <> next_position then
    raise exception 'event % is out of turn: the next one is %', new.position, next_position
      using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger only_grows before update or delete or truncate on changes.event
  for each statement execute function changes.refuse_change();
create trigger only_grows before update or delete or truncate on changes.content
  for each statement execute function changes.refuse_change();
create trigger in_turn before insert on changes.event
  for each row execute function changes.continue_events();

-- ALWAYS: also when session_replication_role is replica.
alter table changes.event enable always trigger only_grows;
alter table changes.event enable always trigger in_turn;
alter table changes.content enable always trigger only_grows;
