import { readFileSync } from 'node:fs';
import { readSheet } from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../src/domain/language.ts';
import { CHART_WORDS } from '../../src/web/charts/words.ts';
import { FINDING_WORDS } from '../../src/web/pages/finding/words.ts';
import { PARTS_WORDS } from '../../src/web/parts/words.ts';
import { here, somebody } from './open-house.ts';
import { barriers, complaintsOf, entered, settled, visitor, WAIT } from './visitor.ts';

export function tablesAsFiles(): void {
  test.each(LANGUAGES)(
    'a table is taken along as it is shown, a chart with its numbers, both as CSV and workbook, in %s',
    async (language) => {
      const { house, chromium } = here();
      const context = await visitor(chromium, { language });
      const page = await entered(context, house.url, await somebody('taker', language, ['headOfCare']));
      const complaints = complaintsOf(page);
      const [words, chart, finding] = [PARTS_WORDS[language], CHART_WORDS[language], FINDING_WORDS[language]];
      await page.goto(`${house.url}/finding/loyalty-penalty`);
      await settled(page);
      const take = async (button: string, item: string) => {
        await page.getByRole('button', { name: button }).first().click({ timeout: WAIT });
        await page.getByRole('menuitem', { name: item }).waitFor({ timeout: WAIT });
        if (item === words.asCsv) expect(await barriers(page)).toEqual([]);
        const saved = page.waitForEvent('download');
        await page.getByRole('menuitem', { name: item }).click();
        return (await saved).path();
      };
      const table = `${words.takeTable}: ${finding.groups}`;
      const lines = readFileSync(await take(table, words.asCsv), 'utf8')
        .trim()
        .split('\r\n');
      const sheet = await readSheet(await take(table, words.asWorkbook));
      expect(lines[0]).toContain(finding.group);
      expect(sheet[0]?.[0]).toBe(finding.group);
      expect(sheet).toHaveLength(lines.length);
      const numbers = await readSheet(await take(chart.save, chart.xlsx));
      expect(numbers[0]?.[0]).toBe(chart.series);
      expect(typeof numbers[1]?.[2]).toBe('number');
      expect(complaints).toEqual([]);
      await context.close();
    },
    60_000,
  );
}
