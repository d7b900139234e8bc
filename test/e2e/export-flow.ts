import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../src/domain/language.ts';
import { EXPORT_WORDS } from '../../src/web/exports/words.ts';
import { JOB_WORDS } from '../../src/web/jobs/words.ts';
import { DATA_WORDS } from '../../src/web/pages/data/words.ts';
import { here, somebody } from './open-house.ts';
import { complaintsOf, entered, visitor, WAIT } from './visitor.ts';

export function takingATableAlong(): void {
  test.each(LANGUAGES)(
    'a table is written in the background and fetched, also later from any page, in %s',
    async (language) => {
      const { house, chromium } = here();
      const context = await visitor(chromium, { language });
      const page = await entered(context, house.url, await somebody('exporter', language, ['analyst']));
      const complaints = complaintsOf(page);
      const { tables } = DATA_WORDS[language];
      const words = EXPORT_WORDS[language];
      await page.goto(`${house.url}/data?view=tables`);
      await page.getByRole('button', { name: /^contract / }).click({ timeout: WAIT });
      await page.getByRole('button', { name: tables.takeAlong }).click({ timeout: WAIT });
      await page.getByRole('button', { name: words.csv }).click({ timeout: WAIT });
      const link = page.getByRole('link', { name: words.fetch('contract.csv') });
      await link.first().waitFor({ timeout: 3 * WAIT });
      const saved = page.waitForEvent('download');
      await link.first().click();
      const lines = readFileSync(await (await saved).path(), 'utf8')
        .trim()
        .split('\n');
      expect(lines[0]).toContain('contract_id');
      expect(lines.length).toBeGreaterThan(100);
      await page.goto(`${house.url}/settings`);
      await page.getByRole('button', { name: JOB_WORDS[language].ready(1) }).click({ timeout: WAIT });
      await link.first().waitFor({ timeout: WAIT });
      expect(complaints).toEqual([]);
      await context.close();
    },
    90_000,
  );
}
