/** What an agent may give without asking, and rules that stopped somebody from helping: only the rule and the day, never who or for whom. */
export const DESK = `
CREATE TABLE goodwill (
  version integer PRIMARY KEY,
  cents_a_year integer NOT NULL CHECK (cents_a_year >= 0),
  set_at timestamptz NOT NULL,
  set_by_id text NOT NULL,
  set_by_name text NOT NULL
);
CREATE TABLE rule_report (
  id uuid PRIMARY KEY,
  rule text NOT NULL,
  touchpoint text NOT NULL,
  on_day text NOT NULL
);
CREATE INDEX rule_report_rule_idx ON rule_report (rule, touchpoint);
CREATE TABLE rule_answer (
  rule text PRIMARY KEY,
  version integer NOT NULL,
  state text NOT NULL,
  answer text NOT NULL,
  changed_at timestamptz NOT NULL
);
`;
