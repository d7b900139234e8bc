import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../src/domain/language.ts';
import { LIMITED } from '../../src/domain/retention.ts';
import { PROTECTION_WORDS } from '../../src/web/pages/settings/protection-words.ts';
import { RETENTION_WORDS } from '../../src/web/pages/settings/retention-words.ts';
import { here, somebody } from './open-house.ts';
import { barriers, complaintsOf, entered, settled, sticksOut, visitor, WAIT } from './visitor.ts';

export function dataProtectionAtHome(): void {
  test.each(LANGUAGES)(
    'data protection sees what is kept how long and takes both documents along, in %s',
    async (language) => {
      const { house, chromium } = here();
      const context = await visitor(chromium, { language, width: 360 });
      const page = await entered(context, house.url, await somebody('officer', language, ['dataProtection']));
      const complaints = complaintsOf(page);
      await page.goto(`${house.url}/settings`);
      await settled(page);
      await page.getByRole('heading', { name: RETENTION_WORDS[language].title }).waitFor({ timeout: WAIT });
      await page.getByRole('rowheader', { name: LIMITED.exports.what[language] }).waitFor({ timeout: WAIT });
      const { documents, languages, take } = PROTECTION_WORDS[language];
      for (const document of Object.values(documents)) {
        const saved = page.waitForEvent('download');
        await page.getByRole('link', { name: take(document, languages[language]) }).click();
        const text = readFileSync(await (await saved).path(), 'utf8');
        expect(text).toContain(`<html lang="${language}">`);
        expect(text).toContain('contract:');
      }
      await expect.poll(() => barriers(page), { timeout: 6000, interval: 300 }).toEqual([]);
      expect(await sticksOut(page)).toBe(false);
      expect(complaints).toEqual([]);
      await context.close();
    },
    60_000,
  );
}
