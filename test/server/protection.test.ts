import { afterAll, beforeAll, expect, test } from 'vitest';
import { RETENTION } from '../../src/domain/retention.ts';
import { ROLE_WORDS } from '../../src/domain/role-words.ts';
import { listLog } from '../../src/endpoints/audit-log.ts';
import { downloadAssessment, downloadRecord } from '../../src/endpoints/protection.ts';
import { markPerson } from '../../src/endpoints/rights.ts';
import { allowFreeText, changeSettings, getSettings } from '../../src/endpoints/settings.ts';
import { recordWorksAgreement } from '../../src/endpoints/works-agreement.ts';
import { TABLES } from '../../src/warehouse/catalogue.ts';
import { administrator, type Browser, type House, importFiles, openHouse, personWith } from './house.ts';

let house: House;
let admin: Browser;
let officer: Browser;
beforeAll(async () => {
  house = await openHouse();
  admin = await administrator(house);
  officer = await personWith(admin, house.url, 'Officer', ['dataProtection']);
}, 120_000);
afterAll(() => house.remove());

type Document = typeof downloadRecord | typeof downloadAssessment;
const written = async (document: Document, language: 'de' | 'en') =>
  (await officer.open(document, { query: { language } })).text();
const declared = (name: string) => {
  const table = TABLES.find((candidate) => candidate.name === name);
  if (table === undefined) throw new Error(name);
  return table;
};

test('an empty house says that it holds nothing, and who is responsible stays a blank line', async () => {
  const record = await written(downloadRecord, 'en');
  expect(record).toContain('The store holds no data yet.');
  expect(record).toContain('To be filled in: name and contact of the controller');
  expect(record).toContain('Company as entered in the settings: not entered');
});

test('what is really held and declared stands in it, in both languages, and nobody by name or number', async () => {
  await importFiles(admin, {
    'contract.csv': 'contract_id,customer_id,product_id,start_date\nV1,KUNDE-1,P1,2024-01-01\n',
  });
  await importFiles(admin, {
    'contact.csv': 'contact_id,started_at,customer_id,direction,staff_pid\nC1,2026-05-01T09:00:00Z,KUNDE-1,in,S77\n',
  });
  const { freeTextAllowed: _, ...settings } = await admin.call(getSettings);
  await admin.call(changeSettings, { body: { ...settings, companyName: 'Stadtwerke <Süd>', sessionHours: 7 } });
  for (const language of ['de', 'en'] as const)
    for (const document of [downloadRecord, downloadAssessment]) {
      const text = await written(document, language);
      expect(text).toContain(`<html lang="${language}">`);
      expect(text).toContain('Stadtwerke &lt;Süd&gt;');
      for (const name of ['contract', 'contact']) expect(text).toContain(`${name}: ${declared(name)[language]}`);
      expect(text).not.toContain(`survey: ${declared('survey')[language]}`);
      expect(text).toContain(declared('contact').columns['staff_pid']?.[language].replace(/[.]$/, ''));
      for (const { what } of Object.values(RETENTION)) expect(text).toContain(what[language]);
      expect(text).toContain(language === 'de' ? '7 Stunden' : '7 hours');
      expect(text).toContain(ROLE_WORDS[language].analyst.name);
      expect(text).not.toMatch(/KUNDE-1|S77|Officer|Ada|undefined|\[object/);
    }
});

test('a change of the house is a change of the documents: free text, agreement, objection', async () => {
  const before = await written(downloadAssessment, 'en');
  expect(before).toContain('Free text is refused at import.');
  expect(before).toContain('Questions about staff are off');
  expect(before).toContain('in no list: 0.');
  const { version } = await admin.call(getSettings);
  await officer.call(allowFreeText, { body: { version, allowed: true, reason: 'survey' } });
  const body = {
    version: 0,
    kind: 'agreement',
    title: 'BV Kundendienst',
    signedOn: '2026-01-31',
    minimumGroup: 9,
    statement: '',
  } as const;
  const council = await personWith(admin, house.url, 'Council', ['worksCouncil']);
  await council.call(recordWorksAgreement, { body });
  await officer.call(markPerson, { params: { customerId: 'KUNDE-1' }, body: { restricted: false, objection: true } });
  const after = await written(downloadAssessment, 'en');
  expect(after).toContain('Free text may be imported');
  expect(after).toContain('“BV Kundendienst” of 31 Jan 2026, for groups of 9 or more');
  expect(after).toContain('in no list: 1.');
});

test('only data protection takes them, and the log knows', async () => {
  await expect(admin.open(downloadRecord)).rejects.toMatchObject({ code: 'forbidden' });
  const { entries } = await officer.call(listLog, { query: { event: 'documentTaken', limit: 1 } });
  expect(entries[0]).toMatchObject({ actor: 'Officer', details: { document: 'assessment' } });
});
