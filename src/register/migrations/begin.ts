/** The accounts as better-auth wants them, then our own tables. What must never change is guarded by the database itself. */
export const BEGIN = `
CREATE TABLE "user" (
  "id" text PRIMARY KEY,
  "name" text NOT NULL,
  "email" text NOT NULL UNIQUE,
  "emailVerified" boolean NOT NULL,
  "image" text,
  "createdAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE TABLE "session" (
  "id" text PRIMARY KEY,
  "expiresAt" timestamptz NOT NULL,
  "token" text NOT NULL UNIQUE,
  "createdAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" timestamptz NOT NULL,
  "ipAddress" text,
  "userAgent" text,
  "userId" text NOT NULL REFERENCES "user" ("id") ON DELETE CASCADE
);
CREATE INDEX "session_userId_idx" ON "session" ("userId");
CREATE TABLE "account" (
  "id" text PRIMARY KEY,
  "accountId" text NOT NULL,
  "providerId" text NOT NULL,
  "userId" text NOT NULL REFERENCES "user" ("id") ON DELETE CASCADE,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" timestamptz NOT NULL
);
CREATE INDEX "account_userId_idx" ON "account" ("userId");
CREATE TABLE "verification" (
  "id" text PRIMARY KEY,
  "identifier" text NOT NULL,
  "value" text NOT NULL,
  "expiresAt" timestamptz NOT NULL,
  "createdAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX "verification_identifier_idx" ON "verification" ("identifier");

CREATE TABLE person (
  user_id text PRIMARY KEY REFERENCES "user" ("id") ON DELETE CASCADE,
  version integer NOT NULL,
  roles text[] NOT NULL,
  language text NOT NULL,
  locked boolean NOT NULL
);
CREATE TABLE invitation (
  token_hash text PRIMARY KEY,
  kind text NOT NULL,
  user_id text REFERENCES "user" ("id") ON DELETE CASCADE,
  ends_at timestamptz NOT NULL
);
CREATE TABLE api_key (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  begins text NOT NULL,
  secret_hash text NOT NULL UNIQUE,
  roles text[] NOT NULL,
  created_at timestamptz NOT NULL,
  expires_on text NOT NULL
);
CREATE TABLE secret (
  name text PRIMARY KEY,
  value text NOT NULL
);
CREATE TABLE company_setting (
  id integer PRIMARY KEY CHECK (id = 1),
  version integer NOT NULL,
  company_name text NOT NULL,
  language text NOT NULL,
  upload_megabytes integer NOT NULL,
  session_hours integer NOT NULL,
  free_text_allowed boolean NOT NULL
);
INSERT INTO company_setting VALUES (1, 1, '', 'de', 2000, 12, false);

CREATE TABLE log (
  sequence integer PRIMARY KEY,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  event text NOT NULL,
  subject text NOT NULL,
  details text NOT NULL,
  hash text NOT NULL
);
CREATE TABLE audit (
  id uuid PRIMARY KEY,
  created_at timestamptz NOT NULL,
  created_by_id text NOT NULL,
  created_by_name text NOT NULL,
  as_of text NOT NULL,
  data_hash text NOT NULL,
  check_settings text NOT NULL,
  note text NOT NULL,
  report text NOT NULL
);
CREATE TABLE upload (
  id uuid PRIMARY KEY,
  created_at timestamptz NOT NULL,
  created_by_id text NOT NULL,
  created_by_name text NOT NULL,
  files text NOT NULL
);
CREATE TABLE job (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  state text NOT NULL,
  input text NOT NULL,
  progress text NOT NULL,
  created_at timestamptz NOT NULL,
  created_by_id text NOT NULL,
  created_by_name text NOT NULL,
  finished_at timestamptz,
  audit_id uuid,
  import_id integer,
  outcome text,
  error text
);
CREATE INDEX job_created_at_idx ON job (created_at);
CREATE TABLE practice (
  id uuid PRIMARY KEY,
  version integer NOT NULL,
  title text NOT NULL,
  description text NOT NULL,
  check_id text,
  state text NOT NULL,
  reason text NOT NULL,
  abolished_at timestamptz,
  verified_by uuid REFERENCES audit (id),
  reported_by_id text,
  reported_by_name text,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL
);
CREATE TABLE action (
  id uuid PRIMARY KEY,
  version integer NOT NULL,
  title text NOT NULL,
  note text NOT NULL,
  department text NOT NULL,
  owner_id text,
  owner_name text,
  due_on text,
  state text NOT NULL,
  practice_id uuid REFERENCES practice (id),
  check_id text,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by_id text NOT NULL,
  changed_by_name text NOT NULL
);
CREATE TABLE proof (
  id uuid PRIMARY KEY,
  registration text NOT NULL,
  registration_hash text NOT NULL,
  registered_at timestamptz NOT NULL,
  registered_by_id text NOT NULL,
  registered_by_name text NOT NULL
);
CREATE TABLE proof_result (
  proof_id uuid PRIMARY KEY REFERENCES proof (id),
  result text NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by_id text NOT NULL,
  recorded_by_name text NOT NULL
);
CREATE TABLE proof_withdrawal (
  proof_id uuid PRIMARY KEY REFERENCES proof (id),
  reason text NOT NULL,
  at timestamptz NOT NULL,
  by_id text NOT NULL,
  by_name text NOT NULL
);
CREATE TABLE works_agreement (
  version integer PRIMARY KEY,
  kind text NOT NULL,
  title text NOT NULL,
  signed_on text NOT NULL,
  minimum_group integer NOT NULL CHECK (minimum_group >= 5),
  statement text NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by_id text NOT NULL,
  recorded_by_name text NOT NULL
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are written once', TG_TABLE_NAME;
END $$;
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE OR TRUNCATE ON log FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE OR TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE OR TRUNCATE ON proof FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE OR TRUNCATE ON proof_result FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE OR TRUNCATE ON proof_withdrawal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE OR TRUNCATE ON works_agreement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;
