import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../src/domain/language.ts';
import { EXPORT_WORDS } from '../../src/web/exports/words.ts';
import { RULES_WORDS } from '../../src/web/pages/rules/words.ts';
import { SHELL_WORDS } from '../../src/web/shell/words.ts';
import { here, somebody } from './open-house.ts';
import { complaintsOf, entered, settled, visitor, WAIT } from './visitor.ts';

export function rulesAndTheirAttestation(): void {
  test.each(LANGUAGES)(
    'a rule is run, its breaches are listed, and the attestation is fetched, in %s',
    async (language) => {
      const { house, chromium } = here();
      const email = await somebody('lawful', language, ['headOfCare']);
      const context = await visitor(chromium, { language });
      const page = await entered(context, house.url, email);
      const complaints = complaintsOf(page);
      const words = RULES_WORDS[language];
      await page.getByRole('link', { name: SHELL_WORDS[language].places.rules, exact: true }).click();
      await page.getByRole('link', { name: /ICOBS 6B/ }).click();
      await page.getByLabel(words.scope.lines).fill('motor, home');
      await page.getByRole('button', { name: words.scope.submit }).click();
      await page.getByRole('heading', { level: 3, name: words.rows.title.contract }).waitFor({ timeout: WAIT });
      await settled(page);
      await page.getByLabel(words.rows.show).selectOption('fails');
      await expect.poll(() => page.url(), { timeout: WAIT }).toContain('result=fails');
      await page.getByRole('button', { name: words.attestation.submit }).click();
      const saved = page.waitForEvent('download');
      const name = 'icobs-6b-2026-06-30.zip';
      await page.getByRole('link', { name: EXPORT_WORDS[language].fetch(name) }).click({ timeout: WAIT });
      const files = unzipSync(readFileSync(await (await saved).path()));
      expect(Object.keys(files)).toContain('SHA256SUMS');
      expect(complaints).toEqual([]);
      await context.close();
    },
    60_000,
  );
}
