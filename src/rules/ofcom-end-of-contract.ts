import { heldContractsSql } from './held-contracts.ts';
import { LAST_TOLD, noticeDaysSql, noticeRowSql, yearlyReasonSql } from './notice-days.ts';
import type { RulePack } from './rule-pack.ts';

// The notice goes out between these two before the term ends.
const FIRST_DAY = 'addDays(term_end, -40)';
const LAST_DAY = 'addDays(term_end, -10)';

const sql = `
WITH
  ${heldContractsSql({ consumersOnly: true, unnamed: "''" })},
  ${noticeDaysSql({ contacts: 'best.?(er.?)?(tari|preis|price)|end.?of.?(contract|term)|contract.?end|(vertrags|laufzeit)ende' })},
  termed AS (SELECT *, ifNull(min_term_end, toDate32('1970-01-01')) AS term_end FROM told)
${noticeRowSql(`
  SELECT
    *,
    ${LAST_TOLD} AS told_on,
    multiIf(
      scope != '', scope,
      min_term_end IS NULL, if(running, 'termEndUnknown', 'ended'),
      ifNull(end <= ${LAST_DAY}, false), 'ended',
      term_end <= addYears({asOf:Date}, -1) OR ${LAST_DAY} < {ruleFrom:Date},
        if(running, ${yearlyReasonSql('greatest(term_end, toDate32({ruleFrom:Date}))')}, 'ended'),
      arrayExists(d -> d BETWEEN ${FIRST_DAY} AND ${LAST_DAY}, days), 'inTime',
      ${LAST_DAY} >= {asOf:Date}, 'notYetDue',
      NOT any_notice, 'noNoticeData',
      arrayExists(d -> d BETWEEN ${FIRST_DAY} AND ${LAST_DAY}, unclear_days), 'noticeScopeUnclear',
      arrayExists(d -> d > ${LAST_DAY}, days), 'tooLate',
      arrayExists(d -> d BETWEEN addDays(term_end, -180) AND ${FIRST_DAY}, days), 'tooEarly',
      'neverInformed') AS reason
  FROM termed`)}`;

/** United Kingdom: a notice ten to forty days before the end of the term, and one a year to whoever stays on after it. */
export const ofcomEndOfContract: RulePack = {
  id: 'ofcom-end-of-contract',
  version: '1.0.0',
  country: 'GB',
  law: 'Ofcom General Conditions, end-of-contract and annual best tariff notifications',
  validFrom: '2020-02-15',
  validTo: null,
  sources: [
    { id: null, place: 'ofcom.org.uk' },
    { id: null, place: 'wiggin.co.uk' },
  ],
  subject: 'contract',
  periodMonths: 12,
  fact: {
    name: 'fact_rule_ofcom_end_of_contract',
    reads: ['contract', 'customer', 'product', 'contact', 'notice_event'],
    after: [],
    orderBy: ['subject_id'],
    sql,
  },
  words: {
    en: {
      title: 'End-of-contract and yearly best-tariff notices (Ofcom)',
      question:
        'Was the holder of this contract told ten to forty days before its term ended, and once a year after that?',
      limits: [
        'The rule reaches telecommunications and pay television; name your lines, otherwise every contract is judged.',
        'Told means: a contact from us whose kind names the end of the contract or the best tariff, or a best-tariff notice event which reached the contract. What the notice said is not judged.',
        'A store without a single such notice says nothing: then no contract is judged.',
      ],
    },
    de: {
      title: 'Hinweise zum Vertragsende und jährlich zum besten Tarif (Ofcom)',
      question:
        'Wurde der Inhaber dieses Vertrags zehn bis vierzig Tage vor Ende der Laufzeit benachrichtigt, und danach einmal im Jahr?',
      limits: [
        'Die Regel gilt für Telekommunikation und Bezahlfernsehen; nennen Sie Ihre Sparten, sonst wird jeder Vertrag beurteilt.',
        'Benachrichtigt heißt: ein Kontakt von uns, dessen Art das Vertragsende oder den besten Tarif nennt, oder ein solches Hinweisereignis, das den Vertrag erreichte. Was darin stand, wird nicht beurteilt.',
        'Ein Bestand ohne einen einzigen solchen Hinweis sagt nichts: Dann wird kein Vertrag beurteilt.',
      ],
    },
  },
};
