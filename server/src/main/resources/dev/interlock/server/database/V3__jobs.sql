-- Jobs that one replica at a time does, as db-scheduler keeps them.
CREATE TABLE job (
  task_name text NOT NULL,
  task_instance text NOT NULL,
  task_data bytea,
  execution_time timestamptz NOT NULL,
  picked boolean NOT NULL,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint NOT NULL,
  priority smallint,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX job_execution_time ON job (execution_time);
CREATE INDEX job_last_heartbeat ON job (last_heartbeat);

GRANT SELECT, INSERT, UPDATE, DELETE ON job TO ${runtime};
