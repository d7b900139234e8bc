import type { ColumnType, Generated } from 'kysely';

/** Read as Date, written as Date. */
type Instant = Date;
/** JSON as text: hashes and reports must keep their bytes. */
type Json = string;
interface Created {
  created_at: Instant;
  created_by_id: string;
  created_by_name: string;
}

/** Tables of all migrations as Kysely knows them; better-auth's own are named as it names them. */
export interface Schema {
  user: {
    id: string;
    name: string;
    email: string;
    emailVerified: boolean;
    image: string | null;
    createdAt: Instant;
    updatedAt: Instant;
  };
  session: { id: string; userId: string; token: string; createdAt: Instant; expiresAt: Instant };
  verification: { id: string; expiresAt: Instant };
  account: {
    id: string;
    accountId: string;
    userId: string;
    providerId: string;
    password: string | null;
    createdAt: Instant;
    updatedAt: Instant;
  };
  person: {
    user_id: string;
    version: number;
    roles: ColumnType<string[], readonly string[], readonly string[]>;
    language: string;
    locked: boolean;
  };
  invitation: { token_hash: string; kind: string; user_id: string | null; ends_at: Instant };
  api_key: {
    id: string;
    name: string;
    begins: string;
    secret_hash: string;
    roles: ColumnType<string[], readonly string[], never>;
    created_at: Instant;
    expires_on: string;
  };
  secret: { name: string; value: string };
  company_setting: {
    id: Generated<number>;
    version: number;
    company_name: string;
    language: string;
    upload_megabytes: number;
    session_hours: number;
    free_text_allowed: boolean;
  };
  log: {
    sequence: number;
    at: Instant;
    actor: string;
    event: string;
    subject: string;
    details: Json;
    hash: string;
  };
  audit: Created & {
    id: string;
    as_of: string;
    data_hash: string;
    check_settings: Json;
    note: string;
    report: Json;
  };
  upload: Created & { id: string; files: Json };
  job: Created & {
    id: string;
    kind: string;
    state: string;
    input: Json;
    progress: Json;
    finished_at: Instant | null;
    audit_id: string | null;
    import_id: number | null;
    outcome: Json | null;
    error: Json | null;
  };
  practice: {
    id: string;
    version: number;
    title: string;
    description: string;
    check_id: string | null;
    state: string;
    reason: string;
    abolished_at: Instant | null;
    verified_by: string | null;
    reported_by_id: string | null;
    reported_by_name: string | null;
    created_at: Instant;
    changed_at: Instant;
  };
  action: {
    id: string;
    version: number;
    title: string;
    note: string;
    department: string;
    owner_id: string | null;
    owner_name: string | null;
    due_on: string | null;
    state: string;
    practice_id: string | null;
    check_id: string | null;
    created_at: Instant;
    changed_at: Instant;
    changed_by_id: string;
    changed_by_name: string;
  };
  proof: {
    id: string;
    registration: Json;
    registration_hash: string;
    registered_at: Instant;
    registered_by_id: string;
    registered_by_name: string;
  };
  proof_result: {
    proof_id: string;
    result: Json;
    recorded_at: Instant;
    recorded_by_id: string;
    recorded_by_name: string;
  };
  proof_withdrawal: { proof_id: string; reason: string; at: Instant; by_id: string; by_name: string };
  works_agreement: {
    version: number;
    kind: string;
    title: string;
    signed_on: string;
    minimum_group: number;
    statement: string;
    recorded_at: Instant;
    recorded_by_id: string;
    recorded_by_name: string;
  };
  goodwill: { version: number; cents_a_year: number; set_at: Instant; set_by_id: string; set_by_name: string };
  rule_report: { id: string; rule: string; touchpoint: string; on_day: string };
  rule_answer: { rule: string; version: number; state: string; answer: string; changed_at: Instant };
}
