import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Fact } from '#facts/fact.ts';
import { imports } from '#warehouse/ledger.ts';
import { identifier } from '#warehouse/query.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';

/** Lower-case hexadecimal SHA-256. */
export const sha256 = (content: string) => createHash('sha256').update(content).digest('hex');

/** Which data were judged. */
export interface DataProof {
  /** Imports that stand: the hash of their files and mapping, and of the receipt in the ledger. */
  readonly imports: readonly { readonly importId: number; readonly fingerprint: string; readonly receipt: string }[];
  /** Tables that the pack reads: the SHA-256 of every row as JSON, added up modulo 2^256, so that the order of rows does not matter. */
  readonly tables: readonly { readonly name: string; readonly rows: number; readonly sum: string }[];
}

const Sum = z.object({ rows: z.number(), sum: z.string() });

const tablesOf = (fact: Fact): readonly string[] => [...fact.reads, ...fact.after.flatMap(tablesOf)];

async function tableProof(warehouse: Warehouse, name: string): Promise<DataProof['tables'][number]> {
  const [answer] = await warehouse.rows({
    name: `proof of ${name}`,
    sql: `SELECT count() AS rows, lower(hex(sum(reinterpretAsUInt256(SHA256(toJSONString(tuple(*))))))) AS sum
FROM ${identifier(name)}
ORDER BY rows`,
    params: {},
    row: Sum,
  });
  return { name, rows: answer?.rows ?? 0, sum: answer?.sum ?? '' };
}

/** Hashes of the imports that stand and of the tables that a fact reads. */
export async function dataProof(warehouse: Warehouse, fact: Fact): Promise<DataProof> {
  const standing = (await imports(warehouse)).filter(({ state }) => state === 'done');
  const tables: DataProof['tables'][number][] = [];
  for (const name of [...new Set(tablesOf(fact))].sort()) tables.push(await tableProof(warehouse, name));
  return {
    imports: standing.map(({ importId, fingerprint, receipt }) => ({
      importId,
      fingerprint,
      receipt: sha256(receipt),
    })),
    tables,
  };
}
