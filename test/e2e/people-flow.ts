import { expect, test } from 'vitest';
import { LANGUAGES } from '../../src/domain/language.ts';
import { PEOPLE_WORDS } from '../../src/web/pages/people/words.ts';
import { SETTINGS_WORDS } from '../../src/web/pages/settings/words.ts';
import { WELCOME_WORDS } from '../../src/web/pages/welcome/words.ts';
import { WORK_WORDS } from '../../src/web/pages/work/words.ts';
import { PASSWORD } from '../server/house.ts';
import { here, somebody } from './open-house.ts';
import { entered, settled, visitor, WAIT } from './visitor.ts';

const NEW_PASSWORD = 'another long password';

export function peopleAndTheirWork(): void {
  test.each(LANGUAGES)(
    'an administrator makes a new link, the person chooses a new password by it, in %s',
    async (language) => {
      const { house, chromium } = here();
      const words = PEOPLE_WORDS[language];
      const forgetful = `forgetful-${language}`;
      await somebody('forgetful', language, ['agent']);
      const admin = await somebody('keeper', language, ['administrator']);
      const context = await visitor(chromium, { language });
      const page = await entered(context, house.url, admin);
      await page.goto(`${house.url}/people`);
      const row = page.getByRole('row').filter({ hasText: `${forgetful}@example.com` });
      await row.getByRole('button').click({ timeout: WAIT });
      await page.getByRole('button', { name: words.newLink }).click();
      const link = (await page.getByRole('dialog').locator('pre, code').first().textContent({ timeout: WAIT })) ?? '';
      const other = await visitor(chromium, { language });
      const own = await other.newPage();
      await own.goto(link);
      const welcome = WELCOME_WORDS[language];
      await own.getByRole('heading', { name: welcome.title.newPassword }).waitFor({ timeout: WAIT });
      await own.getByLabel(welcome.password).first().fill(NEW_PASSWORD);
      await own.getByRole('button', { name: welcome.submit }).click();
      await own.getByRole('banner').waitFor({ timeout: WAIT });
      expect(await own.getByRole('link', { name: words.people }).count()).toBe(0);
      await Promise.all([context.close(), other.close()]);
    },
    60_000,
  );

  test.each(LANGUAGES)(
    'a new password ends the other sessions, in %s',
    async (language) => {
      const { house, chromium } = here();
      const words = SETTINGS_WORDS[language].account.password;
      const email = await somebody('careful', language, ['touchpointManager']);
      const contexts = await Promise.all([visitor(chromium, { language }), visitor(chromium, { language })]);
      const [page, elsewhere] = await Promise.all(contexts.map((context) => entered(context, house.url, email)));
      if (page === undefined || elsewhere === undefined) throw new Error('no page');
      await page.goto(`${house.url}/account`);
      await page.getByLabel(words.current).first().fill(PASSWORD);
      await page.getByLabel(words.wanted).first().fill(NEW_PASSWORD);
      await page.getByRole('button', { name: words.submit }).click();
      await page.getByText(words.done).waitFor({ timeout: WAIT });
      await elsewhere.reload();
      await elsewhere.locator('input[type=password]').waitFor({ timeout: WAIT });
      await Promise.all(contexts.map((context) => context.close()));
    },
    60_000,
  );

  test.each(LANGUAGES)(
    'the works council enters its own room only, an agent reports a practice, in %s',
    async (language) => {
      const { house, chromium } = here();
      const council = await visitor(chromium, { language });
      const room = await entered(council, house.url, await somebody('council', language, ['worksCouncil']));
      await room.waitForURL('**/agreement', { timeout: WAIT });
      await settled(room);
      expect(await room.getByRole('navigation').getByRole('link').count()).toBe(1);
      const care = await visitor(chromium, { language });
      const page = await entered(care, house.url, await somebody('agent', language, ['agent']));
      const { practices, tabs } = WORK_WORDS[language];
      await page.goto(`${house.url}/work`);
      await page.getByRole('tab', { name: tabs.practices }).click({ timeout: WAIT });
      await page.getByRole('button', { name: practices.report }).first().click();
      const title = `Only those who threaten are called back (${language})`;
      await page.getByRole('dialog').getByLabel(practices.title).fill(title);
      await page.getByRole('dialog').getByLabel(practices.description).fill('Since spring');
      await page.getByRole('dialog').getByRole('button', { name: practices.send }).click();
      const reported = page.getByText(title);
      await reported.waitFor({ timeout: WAIT });
      expect(await page.getByText(practices.anonymous).count()).toBeGreaterThan(0);
      await Promise.all([council.close(), care.close()]);
    },
    60_000,
  );

  test.each(LANGUAGES)(
    'two people change one action: each is told, nothing is overwritten unseen, in %s',
    async (language) => {
      const { house, chromium } = here();
      const words = WORK_WORDS[language];
      const title = `Call back within a day (${language})`;
      const emails = [
        await somebody('one', language, ['touchpointManager']),
        await somebody('two', language, ['headOfCare']),
      ];
      const contexts = await Promise.all(emails.map(() => visitor(chromium, { language })));
      const [mine, theirs] = await Promise.all(
        contexts.map((context, at) => entered(context, house.url, emails[at] ?? '')),
      );
      if (mine === undefined || theirs === undefined) throw new Error('no page');
      await mine.goto(`${house.url}/work`);
      await mine.getByRole('button', { name: words.actions.create }).click({ timeout: WAIT });
      await mine.getByRole('dialog').getByLabel(words.actions.title).fill(title);
      await mine.getByRole('dialog').getByRole('button', { name: words.actions.save }).click();
      await mine.getByText(title).first().waitFor({ timeout: WAIT });
      await theirs.goto(`${house.url}/work`);
      for (const page of [mine, theirs]) {
        await page.getByText(title).first().waitFor({ timeout: WAIT });
        await page.getByRole('button', { name: words.actions.change }).last().click();
      }
      const note = (page: typeof mine, text: string) =>
        page.getByRole('dialog').getByLabel(words.actions.note).fill(text);
      await note(mine, 'from nine to five');
      await mine.getByRole('dialog').getByRole('button', { name: words.actions.save }).click();
      await mine.getByRole('dialog').waitFor({ state: 'hidden', timeout: WAIT });
      await note(theirs, 'around the clock');
      await theirs.getByRole('dialog').getByRole('button', { name: words.actions.save }).click();
      await theirs.getByText(words.conflict.title).waitFor({ timeout: WAIT });
      await theirs.getByText('from nine to five').first().waitFor();
      await theirs.getByText('around the clock').first().waitFor();
      await Promise.all(contexts.map((context) => context.close()));
    },
    60_000,
  );
}
