import type { Fact } from './fact.ts';

/**
 * What a contact was for the customer. An invoice is a burden that comes by the calendar, dunning one that was earned; untold is what
 * neither tone nor kind tells.
 */
export const TONES = { neutral: 0, selling: 1, giving: 2, burden: 3, invoice: 4, dunning: 5, untold: 6 } as const;

/** Parts of an entry of the timeline, in SQL: the day as a number (that of toInt32), the tone as in TONES, whether a person came forward. */
export const entryDay = (entry: string) => `toInt32(intDiv(${entry}, 16))`;
export const entryTone = (entry: string) => `bitAnd(${entry}, 7)`;
export const entryPersonal = (entry: string) => `bitTest(${entry}, 3)`;

// Where no tone is given the kind tells; the first pattern that fits counts, so that an offer wrapped in thanks is an offer.
const KINDS: readonly (readonly [keyof typeof TONES, readonly string[]])[] = [
  ['dunning', ['mahn', 'dunning', 'payment.?remind', 'zahlungserinn', 'overdue', 'inkasso', 'debt.?collect']],
  ['invoice', ['invoice', 'rechnung', 'billing', '^bill$']],
  [
    'burden',
    [
      ...['price.?(letter|change|adjust)', 'increase', 'preis.?(erh|anp)', 'beitrags?.?(erh|anp)', 'term.?change'],
      ...['refus', 'reject', 'denial', 'ablehn'],
    ],
  ],
  [
    'selling',
    [
      ...['sale', 'selling', 'verkauf', 'newsletter', 'werb', 'advert', 'promo', 'campaign', 'kampagne', 'marketing'],
      ...['offer', 'angebot', 'cross', 'upsell'],
    ],
  ],
  [
    'giving',
    [
      ...['thank', 'dank', 'birthday', 'geburtstag', 'annivers', 'jubil', 'gratul', 'gift', 'geschenk', 'upgrade'],
      ...[
        'gutschrift',
        'goodwill',
        'kulanz',
        'recogni',
        'anerkenn',
        'check.?in',
        'care.?call',
        'advice',
        'consult',
        'beratung',
      ],
      ...['(^|[^a-z])tip', 'spartip', 'service.?remind', 'wartungserinn'],
    ],
  ],
  ['neutral', ['confirm', 'bestätig', 'document', 'dokument', 'unterlage']],
];
/** The tone that the name of a kind tells. */
const toneOfKind = (kind: string) => `multiIf(
        ${KINDS.map(([tone, words]) => `match(lowerUTF8(${kind}), '${words.join('|')}'), ${TONES[tone]}`).join(',\n        ')},
        ${TONES.untold})`;
/** The tone given counts, else that of the kind. */
const meantSql = (told: string, ofKind: string) => `multiIf(
        ${told} = 'giving', ${TONES.giving},
        ${told} = 'selling', ${TONES.selling},
        ${told} = 'neutral', ${TONES.neutral},
        ${told} = 'burden' AND ${ofKind} IN (${TONES.invoice}, ${TONES.dunning}), ${ofKind},
        ${told} = 'burden', ${TONES.burden},
        ${ofKind})`;
/** What one contact was, where only a few are asked about. */
export const toneSql = meantSql(`ifNull(toString(tone), '')`, toneOfKind(`ifNull(toString(kind), '')`));

const CUSTOMER_BEGAN = '^(cust|kund|client|third|dritt|caller|anruf|prospect|interess)';
/** A contact that somebody of the company began, not a system and not the customer. */
export const BY_OWN_HAND = `(direction = 'out' AND NOT match(lowerUTF8(ifNull(toString(initiator), '')), '${CUSTOMER_BEGAN}'))`;
const IN_PERSON = 'phone|telefon|call|visit|besuch|meeting|termin|video|person|persönlich';

/**
 * One row per party (identity key where there is one, else customer) that the company contacted of its own accord by the day of the
 * audit. `timeline` is in order of time; an entry holds day, tone and whether a person came forward (see the functions above). The
 * tone given counts, else that of the kind; `by_kind` entries took it from the kind, `toneless` ones have a kind that tells none, or
 * nothing at all. The direction says who began, unless the initiator is the customer; where neither is filled, contacts count that a
 * customer does not begin, such as an invoice.
 */
export const tonedContactFact: Fact = {
  name: 'fact_toned_contact',
  reads: ['contact', 'customer'],
  after: [],
  orderBy: ['party'],
  // Arrays a party instead of a row a contact: nothing has to be sorted or joined by millions.
  sql: `
WITH
  -- Few kinds stand behind millions of contacts: what each tells is worked out once.
  (SELECT groupArray(kind) FROM (SELECT DISTINCT assumeNotNull(toString(kind)) AS kind FROM contact WHERE kind IS NOT NULL)) AS kinds,
  arrayMap(k -> ${toneOfKind('k')}, kinds) AS tones_of_kinds,
  called AS (
    SELECT customer_id, max(identity_key) AS known_as FROM customer WHERE identity_key IS NOT NULL GROUP BY customer_id
  ),
  heard AS (
    SELECT
      customer_id,
      ifNull(tone, '') AS told,
      transform(ifNull(kind, ''), kinds, tones_of_kinds, toUInt8(${TONES.untold})) AS kind_tone,
      ${meantSql('told', 'kind_tone')} AS told_tone,
      -- What a machine sends without saying why is a notification.
      if(told_tone = ${TONES.untold} AND way = 'system', ${TONES.neutral}, told_tone) AS meant,
      lowerUTF8(ifNull(initiator, '')) AS began_by,
      ifNull(direction, '') AS way,
      multiIf(
        match(began_by, '${CUSTOMER_BEGAN}'), false,
        way != '', way IN ('out', 'system'),
        began_by != '', true,
        wait_s IS NULL AND meant NOT IN (${TONES.neutral}, ${TONES.untold})) AS is_ours,
      way != 'system' AND (staff_pid IS NOT NULL OR match(lowerUTF8(ifNull(channel, '')), '${IN_PERSON}')) AS is_personal,
      toUInt32(toDate(started_at)) * 16 + if(is_personal, 8, 0) + meant AS entry
    FROM contact
    WHERE is_ours AND customer_id IS NOT NULL AND started_at >= toDateTime64('1970-01-01 00:00:00', 3, 'UTC') AND started_at < {asOf:Date} + 1
  ),
  gathered AS (
    SELECT
      assumeNotNull(customer_id) AS customer_id,
      groupArray(toUInt32(entry)) AS entries,
      countIf(told = '' AND kind_tone != ${TONES.untold}) AS by_kind,
      countIf(told = '' AND kind_tone = ${TONES.untold}) AS toneless
    FROM heard
    GROUP BY customer_id
  )
SELECT
  coalesce(c.known_as, g.customer_id) AS party,
  arraySort(groupArrayArray(g.entries)) AS timeline,
  toUInt32(sum(g.by_kind)) AS by_kind,
  toUInt32(sum(g.toneless)) AS toneless
FROM gathered AS g
LEFT JOIN called AS c ON c.customer_id = g.customer_id
GROUP BY party`,
};
