import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../src/domain/language.ts';
import { PLACES } from '../../src/web/shell/navigation.ts';
import { SHELL_WORDS } from '../../src/web/shell/words.ts';
import { here, somebody } from './open-house.ts';
import { barriers, complaintsOf, entered, settled, sticksOut, visitor } from './visitor.ts';

const ROLES = ['touchpointManager', 'analyst', 'administrator'] as const;
const FINDING = '/finding/loyalty-penalty';
const RULE = '/rules?pack=icobs-6b&run=true';
const BEHIND = ['/account', '/data?view=imports', '/data?view=tables', '/data/import', FINDING, RULE, '/nowhere'];

/** Before anything was audited, by the links of the navigation. */
export function placesBeforeAnAudit(): void {
  test.each(LANGUAGES)(
    'before the first audit every place says what to do next, without a fault, in %s',
    async (language) => {
      const { house, chromium } = here();
      const email = await somebody('early', language, ROLES);
      const context = await visitor(chromium, { language });
      const page = await entered(context, house.url, email);
      const complaints = complaintsOf(page);
      const { places, failed } = SHELL_WORDS[language];
      for (const { path, name } of PLACES) {
        await page.getByRole('navigation').getByRole('link', { name: places[name], exact: true }).click();
        await settled(page);
        expect([path, await page.getByText(failed.title).count()]).toEqual([path, 0]);
      }
      expect(complaints).toEqual([]);
      await context.close();
    },
    120_000,
  );
}

async function fits(page: Page, place: string): Promise<void> {
  // Drawings follow a new width a moment later, and colours fade into a new scheme.
  await expect.poll(() => sticksOut(page), { message: place, timeout: 3000 }).toBe(false);
  await expect.poll(() => barriers(page), { message: place, timeout: 6000, interval: 300 }).toEqual([]);
}

/** Wide and light as it opens; then narrow and dark, as when a window is made small in the evening. */
async function look(page: Page, path: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${here().house.url}${path}`);
  await settled(page);
  await fits(page, `${path} wide`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 360, height: 900 });
  await settled(page);
  await fits(page, `${path} narrow`);
}

export function placesAfterAnAudit(): void {
  test.each(LANGUAGES)(
    'after an audit every place shows itself without fault, overflow or barrier, in %s',
    async (language) => {
      const { house, chromium } = here();
      const email = await somebody('looker', language, ROLES);
      const context = await visitor(chromium, { language });
      const page = await entered(context, house.url, email);
      const complaints = complaintsOf(page);
      for (const path of [...PLACES.map((place) => place.path), ...BEHIND]) {
        await look(page, path);
        expect([path, await page.getByText(SHELL_WORDS[language].failed.title).count()]).toEqual([path, 0]);
      }
      expect(complaints).toEqual([]);
      await context.close();
    },
    240_000,
  );
}
