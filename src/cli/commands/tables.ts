import { takeInventory } from '#audit/take-inventory.ts';
import { createFormat } from '#domain/format.ts';
import { parseReceipt } from '#ingest/import/receipt-schema.ts';
import { TABLES } from '#warehouse/catalogue.ts';
import { imports } from '#warehouse/ledger.ts';
import { type Context, type StoreOptions, storeAddress, withStore } from '../context.ts';
import { EXIT } from '../exit-codes.ts';

/** What the store holds, table by table, and the imports it came from. */
export async function tablesCommand(context: Context, options: StoreOptions): Promise<number> {
  const { words, language } = context;
  const format = createFormat(language);
  return withStore(context, storeAddress(options), async (warehouse) => {
    const inventory = await takeInventory(warehouse);
    const widest = Math.max(...TABLES.map(({ name }) => name.length));
    for (const table of TABLES) {
      const { rows, filled } = inventory[table.name] ?? { rows: 0, filled: {} };
      const used = Object.values(filled).filter((count) => count > 0).length;
      const columns = rows === 0 ? '' : `   ${used}/${Object.keys(table.columns).length} ${words.tables.filled}`;
      context.say(`${table.name.padEnd(widest)}  ${format.count(rows).padStart(14)} ${words.tables.rows}${columns}`);
    }
    const records = await imports(warehouse);
    context.say('');
    if (records.length === 0) context.say(words.noImports);
    for (const record of records) {
      const files =
        record.receipt === ''
          ? ''
          : parseReceipt(record.receipt)
              .files.map(({ path }) => path)
              .join(', ');
      context.say(words.importLine(record.importId, words.states[record.state], record.at, files));
    }
    return EXIT.ok;
  });
}
