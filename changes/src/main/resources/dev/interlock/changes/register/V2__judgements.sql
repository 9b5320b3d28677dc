-- The last judgement of each change, so that a long queue can be shown at once. A projection: it is made again from
-- the register and the estate whenever it is lost, so the runtime role may change and remove it.

create table changes.judgement (
  change     text        primary key,
  digest     text        not null,
  at         timestamptz not null,
  estate     text        not null,
  position   bigint      not null,
  outcome    text        check (outcome in ('go', 'wait', 'stop')),
  tier       text,
  not_before timestamptz,
  expires    timestamptz,
  contacts   text        not null,
  problem    text,
  constraint judged_or_told_why_not check ((outcome is null) <> (problem is null)),
  constraint whole_answer check (outcome is null or (tier is not null and expires is not null))
);
