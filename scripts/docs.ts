// Writes the documents that are generated from the code; with --check it only says which of them are stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { reportSchema } from '#audit/report.ts';
import { TABLES } from '#warehouse/catalogue.ts';
import { dataDictionary } from '#warehouse/data-dictionary.ts';

const DOCUMENTS = [
  { file: 'docs/data-dictionary.md', text: () => dataDictionary(TABLES) },
  { file: 'docs/report.schema.json', text: () => `${JSON.stringify(reportSchema(), null, 2)}\n` },
] as const;

const root = new URL('../', import.meta.url);
const checkOnly = process.argv.includes('--check');

function committed(file: URL): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw cause;
  }
}

for (const { file, text } of DOCUMENTS) {
  const target = new URL(file, root);
  const fresh = text();
  if (committed(target) === fresh) continue;
  if (checkOnly) {
    console.error(`${file} is stale: run "npm run docs"`);
    process.exitCode = 1;
  } else {
    writeFileSync(target, fresh);
    console.log(`${file} written`);
  }
}
