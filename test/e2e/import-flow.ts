import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../src/domain/language.ts';
import { IMPORT_WORDS } from '../../src/web/pages/import/words.ts';
import { here, somebody } from './open-house.ts';
import { complaintsOf, entered, settled, visitor, WAIT } from './visitor.ts';

const contracts = (language: Language) =>
  [
    'contract_id,customer_id,product_id,start_date,price,price_period,price_basis',
    `E2E-${language}-1,10000000,electricity-1,2024-01-01,500.00,year,net`,
    `E2E-${language}-2,10000001,electricity-1,the day before yesterday,510.00,year,net`,
  ].join('\n');

const file = (name: string, content: string | Uint8Array) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(content),
});

async function handOver(page: Page, language: Language, given: ReturnType<typeof file>): Promise<void> {
  const { drop } = IMPORT_WORDS[language];
  await page.goto(`${here().house.url}/data/import`);
  await settled(page);
  await page.locator('input[type=file]').setInputFiles(given);
  await page.getByRole('button', { name: drop.hand }).click();
}

async function analyst(name: string, language: Language) {
  const { house, chromium } = here();
  const email = await somebody(name, language, ['analyst']);
  const context = await visitor(chromium, { language });
  return { context, page: await entered(context, house.url, email) };
}

export function files(): void {
  test.each(LANGUAGES)(
    'a file is understood, confirmed, imported, read back and undone, in %s',
    async (language) => {
      const words = IMPORT_WORDS[language];
      const { context, page } = await analyst('importer', language);
      const complaints = complaintsOf(page);
      await handOver(page, language, file('contract.csv', contracts(language)));
      await page.getByRole('heading', { name: words.columns.title }).waitFor({ timeout: WAIT });
      await page.getByText('the day before yesterday').first().waitFor();
      await page.getByRole('button', { name: words.preview.confirm }).click();
      await page.getByRole('link', { name: words.receipt.open }).click({ timeout: WAIT });
      const saved = page.waitForEvent('download');
      await page.getByRole('link', { name: words.receipt.refusedRows }).click({ timeout: WAIT });
      expect(readFileSync(await (await saved).path(), 'utf8')).toContain('the day before yesterday');
      await page.getByRole('button', { name: words.receipt.undo }).click();
      await page.getByRole('dialog').getByRole('button', { name: words.receipt.undo }).click();
      await page.getByText(words.receipt.undone).waitFor({ timeout: WAIT });
      expect(complaints).toEqual([]);
      await context.close();
    },
    90_000,
  );

  test.each(LANGUAGES)(
    'a program under the name of a table is refused with a sentence, in %s',
    async (language) => {
      const { context, page } = await analyst('careless', language);
      const program = new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, ...new Uint8Array(64)]);
      await handOver(page, language, file('contract.csv', program));
      const said = await page.getByRole('alert').first().textContent({ timeout: WAIT });
      expect(said).toMatch(language === 'de' ? /Datei|lesen/ : /file|read/);
      await context.close();
    },
    60_000,
  );

  test.each(LANGUAGES)(
    'a cut connection while handing over loses nothing, in %s',
    async (language) => {
      const words = IMPORT_WORDS[language];
      const { context, page } = await analyst('cut', language);
      await page.goto(`${here().house.url}/data/import`);
      await settled(page);
      await page.locator('input[type=file]').setInputFiles(file('contract.csv', contracts(language)));
      await context.setOffline(true);
      await page.getByRole('button', { name: words.drop.hand }).click();
      await page.getByText(words.offline).waitFor({ timeout: WAIT });
      await context.setOffline(false);
      await page.getByRole('button', { name: words.drop.hand }).click();
      await page.getByRole('button', { name: words.preview.discard }).click({ timeout: WAIT });
      await page.getByText(words.drop.area).waitFor({ timeout: WAIT });
      await context.close();
    },
    60_000,
  );
}
