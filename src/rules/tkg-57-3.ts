import { heldContractsSql } from './held-contracts.ts';
import { LAST_TOLD, noticeDaysSql, noticeRowSql, yearlyReasonSql } from './notice-days.ts';
import type { RulePack } from './rule-pack.ts';

const sql = `
WITH
  ${heldContractsSql({ consumersOnly: true, unnamed: "''" })},
  ${noticeDaysSql({ contacts: 'best.?(er.?)?(tari|preis|price)|tarifberatung|optimale.?tarif' })}
${noticeRowSql(`
  SELECT
    *,
    ${LAST_TOLD} AS told_on,
    multiIf(scope != '', scope, NOT running, 'ended', ${yearlyReasonSql('greatest(start, toDate32({ruleFrom:Date}))')}) AS reason
  FROM told`)}`;

/** Germany: whoever provides telecommunications tells the customer at least once a year which tariff is best for them. */
export const tkg573: RulePack = {
  id: 'tkg-57-3',
  version: '1.0.0',
  country: 'DE',
  law: 'Telekommunikationsgesetz (TKG 2021), § 57 Abs. 3',
  validFrom: '2021-12-01',
  validTo: null,
  sources: [
    { id: 'P30', place: 'gesetze.legal, bund/tkg/57; lexcada' },
    { id: 'P31', place: 'lxgesetze.de, tktransparenzv/4' },
  ],
  subject: 'contract',
  periodMonths: 12,
  fact: {
    name: 'fact_rule_tkg_57_3',
    reads: ['contract', 'customer', 'product', 'contact', 'notice_event'],
    after: [],
    orderBy: ['subject_id'],
    sql,
  },
  words: {
    en: {
      title: 'Yearly information on the best tariff (section 57 (3) TKG)',
      question: 'Was the holder of this contract told within the last year which tariff is best for them?',
      limits: [
        'The rule reaches telecommunications; name your lines, otherwise every contract is judged.',
        'Told means: a contact from us whose kind names the best tariff, or a notice event of that kind which reached the contract. Whether the advice was right is not judged.',
        'A store without a single such notice says nothing: then no contract is judged.',
      ],
    },
    de: {
      title: 'Jährliche Information über den besten Tarif (§ 57 Abs. 3 TKG)',
      question: 'Wurde dem Inhaber dieses Vertrags im letzten Jahr mitgeteilt, welcher Tarif für ihn der beste ist?',
      limits: [
        'Die Regel gilt für Telekommunikation; nennen Sie Ihre Sparten, sonst wird jeder Vertrag beurteilt.',
        'Mitgeteilt heißt: ein Kontakt von uns, dessen Art den besten Tarif nennt, oder ein solches Hinweisereignis, das den Vertrag erreichte. Ob der Rat stimmte, wird nicht beurteilt.',
        'Ein Bestand ohne einen einzigen solchen Hinweis sagt nichts: Dann wird kein Vertrag beurteilt.',
      ],
    },
  },
};
