import type { RulePack } from './rule-pack.ts';

// Another offer to existing customers makes up for one to newcomers only if it is no worse, in the same place and at the same time.
const sql = `
WITH
  shown AS (
    SELECT
      offer_id,
      toString(audience) AS audience,
      ifNull(toString(reachable_for_existing), '') AS reach,
      ifNull(toString(kind), '') AS kind,
      value,
      ifNull(term_months, -1) AS term_months,
      lower(trim(ifNull(regions, ''))) AS region_list,
      ifNull(regions, '') AS region,
      greatest(valid_from, toDate32({ruleFrom:Date}), addMonths(toDate32({asOf:Date}), -{periodMonths:UInt16})) AS first_day,
      least(ifNull(valid_to, toDate32({asOf:Date})), toDate32({asOf:Date})) AS last_day
    FROM offer
    WHERE first_day <= last_day
  ),
  open_to_existing AS (
    SELECT groupArray((kind, value, term_months, region_list, first_day, last_day)) AS offers
    FROM shown
    WHERE (audience IN ('existing', 'all') AND reach IN ('', 'now')) OR (audience = 'new' AND reach = 'now')
  )
SELECT
  offer_id AS subject_id,
  '' AS customer_id,
  '' AS product_id,
  region,
  '' AS channel,
  '' AS risk_class,
  1 AS cases,
  first_day AS judged_on,
  CAST(NULL, 'Nullable(Int64)') AS price_cents,
  CAST(NULL, 'Nullable(Int64)') AS twin_cents,
  CAST(NULL, 'Nullable(Int64)') AS over_cents,
  '' AS twin_product_id,
  '' AS quality,
  multiIf(
    reason IN ('openToAll', 'counterpart', 'retentionTariff'), 'passes',
    reason = 'newcomersOnly', 'fails',
    'unjudged') AS result,
  multiIf(
    audience = 'existing', 'retentionTariff',
    reach = 'now' OR (audience = 'all' AND reach = ''), 'openToAll',
    arrayExists(o -> ifNull(o.1 = kind AND o.2 >= value AND o.3 = term_months AND o.4 IN ('', region_list) AND o.5 <= first_day AND o.6 >= last_day, false), (SELECT offers FROM open_to_existing)), 'counterpart',
    reach = 'term_end', 'onlyAtTermEnd',
    reach = 'on_request', 'onlyOnRequest',
    'newcomersOnly') AS reason
FROM shown`;

/** Great Britain: a domestic energy tariff that a newcomer can take is open to existing customers too. */
export const ofgemSlc22b: RulePack = {
  id: 'ofgem-slc-22b',
  version: '1.0.0',
  country: 'GB',
  law: 'Ofgem, standard licence condition 22B (ban on acquisition-only tariffs)',
  validFrom: '2022-04-14',
  validTo: '2026-03-31',
  sources: [
    { id: null, place: 'ofgem.gov.uk, ban on acquisition-only tariffs: renewal after March 2026' },
    { id: null, place: 'utilityweek.co.uk, market-wide derogation for retention tariffs' },
  ],
  subject: 'tariff',
  periodMonths: 12,
  fact: { name: 'fact_rule_ofgem_slc_22b', reads: ['offer'], after: [], orderBy: ['subject_id'], sql },
  words: {
    en: {
      title: 'No tariff for newcomers only (SLC 22B)',
      question: 'Could existing customers take this offer too, in the same place and at the same time?',
      limits: [
        'Judged are the offers of the store; a tariff that was never entered as an offer is not seen.',
        'Offers to existing customers only pass: a market-wide derogation allows fixed retention tariffs.',
        'An offer that existing customers get only on request or at the end of their term is not judged: whether that is enough is a question of law.',
        'An extension of the rule beyond its last day had been proposed; whether it was made is not known here.',
      ],
    },
    de: {
      title: 'Kein Tarif nur für Neukunden (SLC 22B)',
      question: 'Konnten Bestandskunden dieses Angebot auch nehmen, am selben Ort und zur selben Zeit?',
      limits: [
        'Beurteilt werden die Angebote des Bestands; ein Tarif, der nie als Angebot eingetragen wurde, bleibt ungesehen.',
        'Angebote nur für Bestandskunden bestehen: Eine marktweite Ausnahme erlaubt feste Haltetarife.',
        'Ein Angebot, das Bestandskunden nur auf Anfrage oder am Laufzeitende bekommen, wird nicht beurteilt: Ob das genügt, ist eine Rechtsfrage.',
        'Eine Verlängerung der Regel über ihren letzten Tag hinaus war vorgeschlagen; ob sie kam, ist hier nicht bekannt.',
      ],
    },
  },
};
