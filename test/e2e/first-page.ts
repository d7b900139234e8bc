import type { Response } from 'playwright-core';
import { expect, test } from 'vitest';
import { here, somebody } from './open-house.ts';
import { barriers, complaintsOf, entered, settled, visitor, WAIT } from './visitor.ts';

const MOST_BYTES = 250_000;
const isCode = (response: Response) => /\.(js|css)$/.test(new URL(response.url()).pathname);

/** Its size over the line, as whoever knows no newer packing than gzip is sent it. */
async function packedSize(address: string): Promise<number> {
  const answer = await fetch(address, { headers: { 'accept-encoding': 'gzip' }, method: 'HEAD' });
  expect([address, answer.headers.get('content-encoding')]).toEqual([address, 'gzip']);
  return Number(answer.headers.get('content-length'));
}

export function theFirstPage(): void {
  test('scripts and styles of the first page are sent packed and weigh less than 250 kB', async () => {
    const { house, chromium } = here();
    const email = await somebody('light', 'de', ['headOfCare']);
    const context = await visitor(chromium, { language: 'de' });
    const page = await entered(context, house.url, email);
    const code = new Set<string>();
    page.on('response', (response) => isCode(response) && code.add(response.url()));
    await page.goto(house.url);
    await settled(page);
    const sizes = await Promise.all([...code].map(packedSize));
    const weight = sizes.reduce((sum, size) => sum + size, 0);
    expect(weight).toBeLessThan(MOST_BYTES);
    expect(weight).toBeGreaterThan(MOST_BYTES / 5);
    await context.close();
  }, 60_000);
  test('what the first page fetches only when it is wanted opens by keyboard, closes by Escape and gives the focus back', async () => {
    const { house, chromium } = here();
    const email = await somebody('fetched', 'de', ['headOfCare']);
    const context = await visitor(chromium, { language: 'de' });
    const page = await entered(context, house.url, email);
    await settled(page);
    const complaints = complaintsOf(page);
    for (const [name, inside] of [
      [/^Ihr Konto/, page.getByRole('menuitem', { name: 'Abmelden' })],
      ['Prüfung starten', page.getByLabel(/^Stichtag/)],
    ] as const) {
      const button = page.getByRole('button', { name });
      await button.focus();
      await page.keyboard.press('Enter');
      await inside.waitFor({ timeout: WAIT });
      expect(await barriers(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await inside.waitFor({ state: 'hidden', timeout: WAIT });
      await button.and(page.locator(':focus')).waitFor({ timeout: WAIT });
    }
    const grade = page.locator('.grade-mark').first();
    await grade.hover();
    await page.getByRole('tooltip').waitFor({ timeout: WAIT });
    await grade.press('Escape');
    await page.getByRole('tooltip').waitFor({ state: 'detached', timeout: WAIT });
    expect(complaints).toEqual([]);
    await context.close();
  }, 60_000);
}
