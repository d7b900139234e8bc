import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../src/domain/language.ts';
import { EXPORT_WORDS } from '../../src/web/exports/words.ts';
import { PEOPLE_WORDS } from '../../src/web/pages/finding/people-words.ts';
import { PALETTE_WORDS } from '../../src/web/palette/words.ts';
import { SHELL_WORDS } from '../../src/web/shell/words.ts';
import { here, somebody } from './open-house.ts';
import { complaintsOf, entered, settled, visitor, WAIT } from './visitor.ts';

const QUESTION = {
  de: 'Zahlen Bestandskunden mehr, als sie als Neukunden zahlen würden?',
  en: /Do existing customers pay more than/,
};

export function fromTheMapToTheList(): void {
  test.each(LANGUAGES)(
    'from the map to a finding, the people behind it and their list as a file, in %s',
    async (language) => {
      const { house, chromium } = here();
      const email = await somebody('manager', language, ['touchpointManager']);
      const context = await visitor(chromium, { language });
      const page = await entered(context, house.url, email);
      const complaints = complaintsOf(page);
      const words = PEOPLE_WORDS[language];
      await page.getByRole('link', { name: QUESTION[language] }).first().click({ timeout: WAIT });
      await page.getByRole('heading', { level: 1, name: QUESTION[language] }).waitFor({ timeout: WAIT });
      await page.getByRole('button', { name: words.show }).click();
      await page.getByText(/ (geladen|loaded)/).waitFor({ timeout: WAIT });
      await page.getByLabel(words.column).selectOption({ index: 1 });
      await expect.poll(() => page.url(), { timeout: WAIT }).toContain('peopleColumn=');
      await page.getByLabel(words.column).selectOption({ index: 0 });
      await page.getByRole('button', { name: words.takeAlong }).click();
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: EXPORT_WORDS[language].csv }).click();
      const lines = readFileSync(await (await saved).path(), 'utf8')
        .trim()
        .split('\n');
      expect(lines[0]).toContain('contract_id');
      expect(lines.length).toBeGreaterThan(100);
      await page.getByRole('heading', { level: 1, name: QUESTION[language] }).click();
      const [contract = ''] = (lines[1] ?? '').split(',');
      await page.getByRole('link', { name: words.toRowsOf(contract) }).click({ timeout: WAIT });
      const place = page.getByRole('heading', { name: /^contract[.]csv, (line|Zeile) \d/ });
      await place.waitFor({ timeout: WAIT });
      expect(await page.getByRole('cell', { name: contract, exact: true }).count()).toBe(1);
      expect(complaints).toEqual([]);
      await context.close();
    },
    60_000,
  );

  test.each(LANGUAGES)(
    'every place is reached by the keyboard alone, in %s',
    async (language) => {
      const { house, chromium } = here();
      const email = await somebody('typist', language, ['touchpointManager']);
      const context = await visitor(chromium, { language });
      const page = await entered(context, house.url, email);
      await settled(page);
      const { places } = SHELL_WORDS[language];
      await page.keyboard.press('Control+k');
      await page.getByPlaceholder(PALETTE_WORDS[language].placeholder).waitFor({ timeout: WAIT });
      await page.keyboard.type(places.proofs);
      await page
        .getByRole('option', { name: places.proofs })
        .or(page.getByRole('button', { name: places.proofs }))
        .first()
        .waitFor({ timeout: WAIT });
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/proofs', { timeout: WAIT });
      await context.close();
    },
    60_000,
  );
}
