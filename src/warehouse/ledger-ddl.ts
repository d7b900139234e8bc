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
  standing_import: `CREATE OR REPLACE VIEW standing_import AS
SELECT import_id
FROM (SELECT import_id, argMax(state, sequence) AS last_state FROM import_log GROUP BY import_id)
WHERE last_state = 'done'`,
};

/** The columns each ledger table must have; a store without them is broken. */
export const LEDGER_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  store_version: ['version', 'name'],
  import_log: ['import_id', 'sequence', 'state', 'at', 'fingerprint', 'receipt'],
  replaced_rows: ['table_name', 'import_id', 'file', 'row', 'by_import', 'reason', 'first_file', 'first_row'],
};
