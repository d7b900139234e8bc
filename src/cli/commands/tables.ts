import { takeInventory } from '#audit/take-inventory.ts';
import { createFormat } from '#domain/format.ts';
import { getInventory, listImports } from '#endpoints/company-data.ts';
import { parseReceipt } from '#ingest/import/receipt-schema.ts';
import { TABLES } from '#warehouse/catalogue.ts';
import { type ImportRecord, imports } from '#warehouse/ledger.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import { type Context, type StoreOptions, storeAddress, withStore } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { type RunningServer, runningServer } from '../remote/running-server.ts';

/** What there is to show, oldest import first. */
interface Holdings {
  readonly tables: readonly {
    readonly name: string;
    readonly rows: number;
    readonly used: number;
    readonly columns: number;
  }[];
  readonly imports: readonly Pick<ImportRecord, 'importId' | 'state' | 'at'>[];
  readonly filesOf: ReadonlyMap<number, readonly string[]>;
}

async function holdingsHere(warehouse: Warehouse): Promise<Holdings> {
  const inventory = await takeInventory(warehouse);
  const records = await imports(warehouse);
  const files = ({ receipt }: ImportRecord) =>
    receipt === '' ? [] : parseReceipt(receipt).files.map(({ path }) => path);
  return {
    tables: TABLES.map(({ name, columns }) => ({
      name,
      rows: inventory[name]?.rows ?? 0,
      used: Object.values(inventory[name]?.filled ?? {}).filter((count) => count > 0).length,
      columns: Object.keys(columns).length,
    })),
    imports: records,
    filesOf: new Map(records.map((record) => [record.importId, files(record)])),
  };
}

async function holdingsThere({ client }: RunningServer): Promise<Holdings> {
  const { tables } = await client.call(getInventory);
  const records = (await client.call(listImports)).imports.reverse();
  return {
    tables: tables.map(({ name, rows, columns }) => ({
      name,
      rows,
      used: columns.filter(({ filled }) => filled > 0).length,
      columns: columns.length,
    })),
    imports: records.map(({ importId, state, importDay }) => ({ importId, state, at: importDay })),
    filesOf: new Map(records.map(({ importId, files }) => [importId, files])),
  };
}

function show({ words, language, say }: Context, holdings: Holdings): void {
  const format = createFormat(language);
  const widest = Math.max(...holdings.tables.map(({ name }) => name.length));
  for (const { name, rows, used, columns } of holdings.tables) {
    const filled = rows === 0 ? '' : `   ${used}/${columns} ${words.tables.filled}`;
    say(`${name.padEnd(widest)}  ${format.count(rows).padStart(14)} ${words.tables.rows}${filled}`);
  }
  say('');
  if (holdings.imports.length === 0) say(words.noImports);
  for (const { importId, state, at } of holdings.imports)
    say(words.importLine(importId, words.states[state], at, (holdings.filesOf.get(importId) ?? []).join(', ')));
}

/** What the store holds, table by table, and the imports it came from. */
export async function tablesCommand(context: Context, options: StoreOptions): Promise<number> {
  const server = await runningServer(context, options);
  show(
    context,
    server === null ? await withStore(context, storeAddress(options), holdingsHere) : await holdingsThere(server),
  );
  return EXIT.ok;
}
