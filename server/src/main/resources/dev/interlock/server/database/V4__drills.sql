-- Restore drills that were asked for or were due: which server works on which, and how far it is.
-- What a drill found is evidence and lies in the register; here is only its course.
CREATE TABLE drill (
  id uuid PRIMARY KEY,
  environment text NOT NULL,
  planned timestamptz,
  asked_by text,
  asked_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('wanted', 'running', 'done', 'failed', 'cut-off')),
  host text,
  begun timestamptz,
  ended timestamptz,
  seen timestamptz,
  stage text NOT NULL DEFAULT '',
  stage_begun timestamptz,
  done bigint NOT NULL DEFAULT 0,
  total bigint NOT NULL DEFAULT 0,
  passed int NOT NULL DEFAULT 0,
  failed int NOT NULL DEFAULT 0,
  unsure int NOT NULL DEFAULT 0,
  evidence text,
  note text NOT NULL DEFAULT ''
);
CREATE INDEX drill_of_environment ON drill (environment, asked_at DESC);
-- A host does one at a time, and an environment is drilled once at a time, whichever server does it.
CREATE UNIQUE INDEX drill_one_on_a_host ON drill (host) WHERE state = 'running';
CREATE UNIQUE INDEX drill_one_of_an_environment ON drill (environment)
  WHERE state IN ('wanted', 'running');

GRANT SELECT, INSERT, UPDATE ON drill TO ${runtime};
