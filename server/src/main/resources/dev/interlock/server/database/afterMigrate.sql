-- At every start: the role that works may have been replaced by another since the tables were made.
GRANT USAGE ON SCHEMA server TO ${runtime};
GRANT SELECT, INSERT, UPDATE, DELETE
  ON spring_session, spring_session_attributes, sign_in_attempt, job TO ${runtime};
GRANT SELECT, INSERT, UPDATE ON account, api_token TO ${runtime};
