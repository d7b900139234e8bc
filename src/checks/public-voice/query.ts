import type { CellSpec, Subjects } from '../cells.ts';
import { familySql } from './reason-families.ts';

/**
 * One row per public mention of the window. Polarity is the recorded one, else from the stars: up to two fifths of the scale is
 * negative, from four fifths on positive; what gives no stars is neither; the scale of a source is five where nothing above five was ever given, else ten. Who speaks
 * is told apart only as customer, company or other; nothing here could name an author.
 */
export const mentionSubjects: Subjects = {
  name: 'public-voice',
  cluster: 'mention',
  id: 'mention',
  sql: `
WITH
  scales AS (SELECT source, if(max(rating) > 5, 10, 5) AS scale FROM mention GROUP BY source),
  told AS (
    SELECT
      concat(toString(m.at), ' ', m.source, ' ', ifNull(m.mention_id, '')) AS mention,
      toDate32(m.at) AS on_day,
      ifNull(toString(m.by), '') AS who,
      lower(trim(ifNull(toString(m.reason_code), ''))) AS reason,
      multiIf(
        m.polarity IS NOT NULL, toString(m.polarity),
        m.rating <= 0.4 * s.scale, 'negative',
        m.rating >= 0.8 * s.scale, 'positive',
        'neutral') AS polarity,
      if(m.replied_at < {asOf:Date} + 1, m.replied_at, NULL) AS replied,
      m.at AS at
    FROM mention AS m
    INNER JOIN scales AS s ON s.source = m.source
    WHERE m.at >= addMonths({asOf:Date}, -toInt32({windowMonths:Float64})) AND m.at < {asOf:Date} + 1
  ),
  (SELECT groupArray(reason) FROM (SELECT reason FROM told WHERE reason != '' AND polarity != 'positive' GROUP BY reason ORDER BY count() DESC, reason LIMIT 40)) AS reasons
SELECT
  mention,
  if(who IN ('firm', 'other'), who, 'customer') AS speaker,
  who = '' AS is_unknown,
  polarity,
  multiIf(reason = '', '', has(reasons, reason), reason, '*') AS reason,
  ${familySql('reason')} AS family,
  concat(toString(toYear(on_day)), if(toMonth(on_day) <= 6, '-H1', '-H2')) AS half_year,
  toUInt8(dateDiff('day', on_day, toDate32({asOf:Date})) >= {replyDays:Float64}) AS is_due,
  toUInt8(replied IS NOT NULL) AS is_replied,
  least(720, floor(greatest(0, dateDiff('second', at, ifNull(replied, toDateTime64({asOf:Date} + 1, 3, 'UTC')))) / 3600) + 0.5) AS reply_hours
FROM told`,
};

/** One row per mention with stars, counted of five, by month before the day of the audit; sources beyond the largest count as one. */
const ratingSubjects: Subjects = {
  name: 'ratings in public',
  cluster: 'months_ago',
  id: 'months_ago',
  sql: `
WITH
  scales AS (SELECT source, if(max(rating) > 5, 10, 5) AS scale FROM mention GROUP BY source),
  (SELECT groupArray(source) FROM (SELECT source FROM mention WHERE rating IS NOT NULL GROUP BY source ORDER BY count() DESC, source LIMIT 40)) AS large
SELECT
  toUInt16(dateDiff('month', toDate32(m.at), toDate32({asOf:Date}))) AS months_ago,
  if(has(large, m.source), m.source, '') AS source,
  if(ifNull(toString(m.by), '') IN ('firm', 'other'), toString(m.by), 'customer') AS speaker,
  toFloat64(assumeNotNull(m.rating)) * 5 / s.scale AS stars
FROM mention AS m
INNER JOIN scales AS s ON s.source = m.source
WHERE m.rating IS NOT NULL
  AND m.at >= addMonths({asOf:Date}, -toInt32({windowMonths:Float64}))
  AND m.at < {asOf:Date} + 1`,
};

export const mentionCells = {
  mentions: {
    by: ['speaker', 'polarity', 'reason', 'family'],
    replicates: 1,
    sums: { mentions: '1', unknown: 'is_unknown', due: 'is_due', replied: 'is_due AND is_replied' },
  },
  ratings: {
    subjects: ratingSubjects,
    by: ['months_ago', 'source', 'speaker'],
    sums: { mentions: '1', stars: 'stars' },
  },
  halves: { by: ['half_year', 'polarity'], where: `speaker = 'customer'`, replicates: 1, sums: { mentions: '1' } },
  replies: { by: ['reply_hours', 'is_replied'], where: `speaker = 'customer'`, replicates: 1, sums: { mentions: '1' } },
} satisfies Record<string, CellSpec>;
