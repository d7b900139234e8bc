/** Tables of the store about itself: its version, its imports and the rows that later imports replaced. */
export const LEDGER_DDL: Readonly<Record<string, string>> = {
  store_version: `CREATE TABLE IF NOT EXISTS store_version (
  version UInt32,
  name String
)
ENGINE = MergeTree
ORDER BY version`,
  import_log: `CREATE TABLE IF NOT EXISTS import_log (
  import_id UInt32,
  sequence UInt32,
  state LowCardinality(String),
  at String,
  fingerprint String,
  receipt String
)
ENGINE = MergeTree
ORDER BY (import_id, sequence)`,
  // Why a stored row is hidden: `replaced` by a later import (`replacedWhole`: one entry when all of an older import's rows are), or its own
  // import holds an earlier row of the same key (`first_file`, `first_row`) that is `identical` or in `conflict`.
  replaced_rows: `CREATE TABLE IF NOT EXISTS replaced_rows (
  table_name LowCardinality(String),
  import_id UInt32,
  file UInt16,
  row UInt64,
  by_import UInt32,
  reason LowCardinality(String),
  first_file UInt16,
  first_row UInt64
)
ENGINE = MergeTree
PARTITION BY by_import
ORDER BY (table_name, import_id, file, row)`,
  // What data protection said about a customer; the last word counts and stands above what files say.
  customer_mark: `CREATE TABLE IF NOT EXISTS customer_mark (
  customer_id String,
  sequence UInt32,
  restricted Bool,
  objection Bool
)
ENGINE = MergeTree
ORDER BY (customer_id, sequence)`,
  // That somebody was erased, never who: numbers made before are no longer those of the store.
  erasure_log: `CREATE TABLE IF NOT EXISTS erasure_log (
  sequence UInt32
)
ENGINE = MergeTree
ORDER BY sequence`,
  standing_import: `CREATE OR REPLACE VIEW standing_import AS
SELECT import_id
FROM (SELECT import_id, argMax(state, sequence) AS last_state FROM import_log GROUP BY import_id)
WHERE last_state = 'done'`,
};

/** Customers whose data are restricted or who objected to profiling (Art. 18, 21 GDPR): they are in no list. */
export const CLOSED_CUSTOMER_SQL = `SELECT customer_id, ifNull(restricted, false) AS is_restricted, ifNull(objection_profiling, false) AS objects
FROM customer
WHERE (restricted OR objection_profiling) AND customer_id NOT IN (SELECT customer_id FROM customer_mark)
UNION ALL
SELECT customer_id, argMax(restricted, sequence) AS is_restricted, argMax(objection, sequence) AS objects
FROM customer_mark
GROUP BY customer_id
HAVING is_restricted OR objects`;

export const CLOSED_CUSTOMER_VIEW = `CREATE OR REPLACE VIEW closed_customer AS
${CLOSED_CUSTOMER_SQL}`;

/** The columns each ledger table must have; a store without them is broken. */
export const LEDGER_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  store_version: ['version', 'name'],
  import_log: ['import_id', 'sequence', 'state', 'at', 'fingerprint', 'receipt'],
  customer_mark: ['customer_id', 'sequence', 'restricted', 'objection'],
  erasure_log: ['sequence'],
  replaced_rows: ['table_name', 'import_id', 'file', 'row', 'by_import', 'reason', 'first_file', 'first_row'],
};
