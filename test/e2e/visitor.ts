import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Language } from '../../src/domain/language.ts';
import { signIn } from '../../src/endpoints/session.ts';
import { PASSWORD } from '../server/house.ts';

export const WAIT = 15_000;
const LOCALES = { de: 'de-DE', en: 'en-GB' } as const;

export interface Manner {
  readonly language: Language;
  readonly scheme: 'light' | 'dark';
  readonly width: number;
}

export function visitor(chromium: Browser, manner: Partial<Manner> & Pick<Manner, 'language'>) {
  return chromium.newContext({
    locale: LOCALES[manner.language],
    colorScheme: manner.scheme ?? 'light',
    viewport: { width: manner.width ?? 1280, height: 900 },
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
}

/** What went wrong in the page itself, as the browser tells it. */
export function complaintsOf(page: Page): string[] {
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(error.message));
  page.on('console', (message) => {
    // Before somebody is signed in, the server says so; the browser notes every such answer.
    if (message.type() === 'error' && !message.text().includes('401')) said.push(message.text());
  });
  return said;
}

/** Nothing is loading any more. Silence of the network would not do: a page that follows work never falls silent. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading').first().waitFor({ timeout: WAIT });
  await page.locator('[aria-busy=true], .mantine-Skeleton-root').first().waitFor({ state: 'detached', timeout: WAIT });
}

/** Signed in without the form: for everything that is not about the door. */
export async function entered(context: BrowserContext, url: string, email: string): Promise<Page> {
  const answer = await context.request.post(`${url}${signIn.path}`, { data: { email, password: PASSWORD } });
  if (!answer.ok()) throw new Error(await answer.text());
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole('banner').waitFor({ timeout: WAIT });
  return page;
}

/** What a screen reader or a weak eye would stumble over. Inside of drawings is spared: they are one picture with a name and a table. */
export async function barriers(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).exclude('[role=img] svg').analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** Nothing may stick out to the right: at 360 pixels a long German word must break instead. */
export const sticksOut = (page: Page) =>
  page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth + 1');
