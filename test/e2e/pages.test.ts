import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../src/domain/language.ts';
import { PLACES } from '../../src/web/shell/navigation.ts';
import { SHELL_WORDS } from '../../src/web/shell/words.ts';
import { browser, enter, PASSWORD } from '../server/house.ts';
import { openChromium } from './chromium.ts';
import { audited, furnishedHouse } from './furnished-house.ts';

const EMAIL = 'erste@example.com';
const WAIT = 30_000;
type House = Awaited<ReturnType<typeof furnishedHouse>>;
let opened: { house: House; chromium: Browser } | null = null;
const here = () => {
  if (opened === null) throw new Error('nothing is open');
  return opened;
};

beforeAll(async () => {
  opened = { house: await furnishedHouse(1200), chromium: await openChromium() };
}, 300_000);

afterAll(async () => {
  await opened?.chromium.close();
  await opened?.house.remove();
});

const LOCALES = { de: 'de-DE', en: 'en-GB' } as const;
const MANNERS = [
  { scheme: 'light', width: 1280 },
  { scheme: 'dark', width: 360 },
] as const;

function visitor(language: Language, scheme: 'light' | 'dark' = 'light', width = 1280): Promise<BrowserContext> {
  return here().chromium.newContext({
    locale: LOCALES[language],
    colorScheme: scheme,
    viewport: { width, height: 900 },
    reducedMotion: 'reduce',
  });
}

/** What went wrong in the page itself, as the browser tells it. */
function complaintsOf(page: Page): string[] {
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(error.message));
  page.on('console', (message) => {
    // Before somebody is signed in, the server says so; the browser notes every such answer.
    if (message.type() === 'error' && !message.text().includes('401')) said.push(message.text());
  });
  return said;
}

async function signedIn(context: BrowserContext): Promise<Page> {
  const client = browser(here().house.url);
  await enter(client, EMAIL, PASSWORD);
  const page = await context.newPage();
  await page.goto(here().house.url);
  await page.getByLabel(/E-?[Mm]ail/).fill(EMAIL);
  await page.getByLabel(/^(Password|Passwort)/).fill(PASSWORD);
  await page.getByRole('button', { name: /^(Sign in|Anmelden)$/ }).click();
  await page.getByRole('main').waitFor({ timeout: WAIT });
  await page.getByRole('banner').waitFor({ timeout: WAIT });
  return page;
}

const violations = async (page: Page) => {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
};

/** Nothing may stick out to the right: at 360 pixels a long German word must break instead. */
const sticksOut = (page: Page) =>
  page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth + 1');

test('the first administrator comes in by the one-time link, in German, and the link works once', async () => {
  const { house } = here();
  const context = await visitor('de');
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  await page.goto(house.firstLink ?? '');
  await page.getByRole('heading', { name: 'Willkommen' }).waitFor({ timeout: WAIT });
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Ihr Name').fill('Erste Person');
  await page.getByLabel('E-Mail').fill(EMAIL);
  await page.getByLabel(/^Passwort/).fill(PASSWORD);
  await page.getByRole('button', { name: 'Eintreten' }).click();
  await page.getByRole('banner').waitFor({ timeout: WAIT });
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
  const again = await (await visitor('de')).newPage();
  await again.goto(house.firstLink ?? '');
  await again.getByRole('alert').waitFor({ timeout: WAIT });
  expect(complaints).toEqual([]);
  await context.close();
}, 120_000);

test('a wrong password is answered with a sentence, and nobody is let in', async () => {
  const context = await visitor('en');
  const page = await context.newPage();
  await page.goto(here().house.url);
  await page.getByLabel('E-mail').fill(EMAIL);
  await page.getByLabel(/^Password/).fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  expect(await page.getByRole('alert').textContent({ timeout: WAIT })).toContain('not right');
  expect(await violations(page)).toEqual([]);
  expect(await page.getByRole('navigation').count()).toBe(0);
  await context.close();
}, 120_000);

describe.each(LANGUAGES)('every place of the house in %s', (language) => {
  test('before the first audit every place says what to do next, without a fault', async () => {
    const context = await visitor(language);
    const page = await signedIn(context);
    const complaints = complaintsOf(page);
    for (const { path } of PLACES) {
      await page.goto(`${here().house.url}${path}`);
      await page.getByRole('heading').first().waitFor({ timeout: WAIT });
      expect([path, await page.getByText(SHELL_WORDS[language].failed.title).count()]).toEqual([path, 0]);
    }
    expect(complaints).toEqual([]);
    await context.close();
  }, 240_000);
});

describe('after an audit', () => {
  beforeAll(async () => {
    const client = browser(here().house.url);
    await enter(client, EMAIL, PASSWORD);
    await audited(client);
  }, 300_000);

  describe.each(LANGUAGES.flatMap((language) => MANNERS.map((manner) => ({ language, ...manner }))))(
    'in $language, $scheme, $width pixels wide',
    ({ language, scheme, width }) => {
      test('every place shows itself without fault, overflow or barrier', async () => {
        const context = await visitor(language, scheme, width);
        const page = await signedIn(context);
        const complaints = complaintsOf(page);
        for (const { path } of PLACES) {
          await page.goto(`${here().house.url}${path}`);
          await page.getByRole('heading', { level: 1 }).first().waitFor({ timeout: WAIT });
          await page.waitForLoadState('networkidle');
          expect([path, await page.getByText(SHELL_WORDS[language].failed.title).count()]).toEqual([path, 0]);
          expect([path, await sticksOut(page)]).toEqual([path, false]);
          expect([path, await violations(page)]).toEqual([path, []]);
        }
        expect(complaints).toEqual([]);
        await context.close();
      }, 300_000);
    },
  );
});
