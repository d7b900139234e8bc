import { TABLES } from './catalogue.ts';
import { createRowsSql } from './ddl.ts';
import { LEDGER_DDL } from './ledger-ddl.ts';
import { promise } from './tables/promise.ts';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly statements: readonly string[];
}

/**
 * Ordered, never edited once released. The first creates whatever is declared today; later ones use IF NOT EXISTS, so a fresh
 * store and an old one arrive at the same schema and versions may be skipped.
 */
export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    name: 'canonical tables and the ledger of imports',
    statements: [...Object.values(LEDGER_DDL), ...TABLES.map(createRowsSql)],
  },
  {
    version: 2,
    name: 'promises to customers',
    statements: [createRowsSql(promise)],
  },
  {
    version: 3,
    name: 'rights of persons',
    statements: [LEDGER_DDL['customer_mark'], LEDGER_DDL['erasure_log']].filter((sql) => sql !== undefined),
  },
];
