-- Who may sign in. People of an identity provider get a row at their first sign-in, without a password.
CREATE TABLE account (
  name text PRIMARY KEY,
  login text NOT NULL,
  display_name text NOT NULL,
  person text,
  roles text[] NOT NULL,
  password text,
  must_change boolean NOT NULL DEFAULT false,
  active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL,
  last_sign_in timestamptz
);

-- Attempts to sign in, by account and by address, so that all replicas count together.
CREATE TABLE sign_in_attempt (
  who text PRIMARY KEY,
  attempts int NOT NULL,
  until timestamptz NOT NULL
);
CREATE INDEX sign_in_attempt_until ON sign_in_attempt (until);

-- Tokens of programs. The token itself is not kept, only its SHA-256.
CREATE TABLE api_token (
  id uuid PRIMARY KEY,
  hash bytea NOT NULL UNIQUE,
  owner text NOT NULL REFERENCES account (name),
  label text NOT NULL,
  roles text[] NOT NULL,
  environments text[] NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  last_used_at timestamptz,
  revoked_at timestamptz
);
CREATE INDEX api_token_owner ON api_token (owner);

GRANT SELECT, INSERT, UPDATE ON account, api_token TO ${runtime};
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_attempt TO ${runtime};
