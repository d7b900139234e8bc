import { expect, test } from 'vitest';
import { SIGN_IN_WORDS } from '../../src/web/pages/sign-in/words.ts';
import { PASSWORD } from '../server/house.ts';
import { FIRST, here, somebody } from './open-house.ts';
import { barriers, complaintsOf, entered, settled, visitor, WAIT } from './visitor.ts';

/** Coming in: the one-time link, a wrong password, a session that has ended. */
export function tryTheDoor(): void {
  test('the first administrator comes in by the one-time link, in German, and the link works once', async () => {
    const { house, chromium } = here();
    const context = await visitor(chromium, { language: 'de' });
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await page.goto(house.firstLink ?? '');
    await page.getByRole('heading', { name: 'Willkommen' }).waitFor({ timeout: WAIT });
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('Ihr Name').fill('Erste Person');
    await page.getByLabel('E-Mail').fill(FIRST);
    await page.getByLabel(/^Passwort/).fill(PASSWORD);
    await page.getByRole('button', { name: 'Eintreten' }).click();
    await page.getByRole('banner').waitFor({ timeout: WAIT });
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    const again = await context.newPage();
    await again.goto(house.firstLink ?? '');
    await again.getByRole('alert').waitFor({ timeout: WAIT });
    expect(complaints).toEqual([]);
    await context.close();
  }, 60_000);

  test.each(['de', 'en'] as const)(
    'a wrong password is answered with a sentence, the right one opens, in %s',
    async (language) => {
      const { house, chromium } = here();
      const email = await somebody('door', language, ['headOfCare']);
      const context = await visitor(chromium, { language });
      const page = await context.newPage();
      const words = SIGN_IN_WORDS[language];
      await page.goto(house.url);
      await page.getByLabel(words.email).fill(email);
      const password = page.getByLabel(words.password).first();
      await password.fill('not the password');
      await page.getByRole('button', { name: words.submit }).click();
      const refused = { de: 'stimmt nicht', en: 'not right' };
      expect(await page.getByRole('alert').textContent({ timeout: WAIT })).toContain(refused[language]);
      expect(await barriers(page)).toEqual([]);
      expect(await page.getByRole('navigation').count()).toBe(0);
      await password.fill(PASSWORD);
      await page.getByRole('button', { name: words.submit }).click();
      await page.getByRole('navigation').waitFor({ timeout: WAIT });
      await context.close();
    },
    60_000,
  );

  test.each(['de', 'en'] as const)(
    'whose session has ended signs in and stands where they were, in %s',
    async (language) => {
      const { house, chromium } = here();
      const email = await somebody('ended', language, ['touchpointManager']);
      const context = await visitor(chromium, { language });
      const page = await entered(context, house.url, email);
      await page.goto(`${house.url}/work`);
      await settled(page);
      await context.clearCookies();
      await page.getByRole('link', { name: /^(Wirkungsnachweise|Proofs)$/ }).click();
      const words = SIGN_IN_WORDS[language];
      await page.getByLabel(words.email).fill(email, { timeout: WAIT });
      await page.getByLabel(words.password).first().fill(PASSWORD);
      await page.getByRole('button', { name: words.submit }).click();
      await page.getByRole('navigation').waitFor({ timeout: WAIT });
      expect(new URL(page.url()).pathname).toBe('/proofs');
      await context.close();
    },
    60_000,
  );
}
