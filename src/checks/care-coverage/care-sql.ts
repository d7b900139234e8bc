import { assignmentSpellFact } from '#facts/assignment-spell.ts';
import { contractFact } from '#facts/contract.ts';
import type { Fact } from '#facts/fact.ts';
import { observedSpellFact } from '#facts/observed-spell.ts';
import { entryDay, entryPersonal, entryTone, TONES, tonedContactFact } from '#facts/toned-contact.ts';

const day = entryDay('e');
const QUIET = `${entryTone('e')} IN (${TONES.neutral}, ${TONES.untold}, ${TONES.giving})`;
export const YEAR = 365;

/** One row per party that ever had a named person: the days it had one, and who that is on the day of the audit. */
const namedFact: Fact = {
  name: 'fact_care_named',
  reads: ['customer'],
  after: [assignmentSpellFact],
  orderBy: ['party'],
  sql: `
WITH
  toInt32(toDate32({asOf:Date})) AS today,
  called AS (
    SELECT customer_id, max(identity_key) AS known_as FROM customer WHERE identity_key IS NOT NULL GROUP BY customer_id
  )
SELECT
  coalesce(c.known_as, a.customer_id) AS party,
  arraySort(groupArray((toInt32(from_day), toInt32(until_day)))) AS named_spells,
  argMaxIf(staff_pid, (from_day, a.customer_id), toInt32(from_day) <= today AND toInt32(until_day) > today) AS staff_pid
FROM fact_assignment_spell AS a
LEFT JOIN called AS c ON c.customer_id = a.customer_id
GROUP BY party`,
};

/**
 * One row per stay of a party with the days on which a person of the company came forward without selling (`touches`) and the days it had
 * a named person (`named_spells`). Where no contact shows a person, any contact that neither sells nor burdens counts (`by_person` = 0);
 * where no such contact is on record at all, the named person alone counts (`by_contact` = 0). `log_from` and `log_to` are the days that
 * the records cover.
 */
const stayFact: Fact = {
  name: 'fact_care_stay',
  reads: [],
  after: [tonedContactFact, observedSpellFact, namedFact],
  orderBy: ['party'],
  sql: `
WITH
  (
    SELECT (quantileExactLow(0.001)(logged), max(logged), countIf(quiet AND personal), countIf(quiet))
    FROM (SELECT arrayJoin(timeline) AS e, ${day} AS logged, ${QUIET} AS quiet, ${entryPersonal('e')} AS personal FROM fact_toned_contact)
  ) AS log,
  (SELECT (count(), quantileExactLow(0.005)(toInt32(from_day))) FROM fact_assignment_spell) AS books,
  touched AS (
    SELECT party, arrayMap(e -> ${day}, arrayFilter(e -> ${QUIET} AND (NOT by_person OR ${entryPersonal('e')}), timeline)) AS touches
    FROM fact_toned_contact
  )
SELECT
  log.4 > 0 AS by_contact,
  log.3 > 0 AS by_person,
  books.1 > 0 AS by_name,
  if(by_contact, log.1, books.2) AS log_from,
  if(by_contact, log.2, toInt32(toDate32({asOf:Date}))) AS log_to,
  s.party AS party,
  s.customer_id AS customer_id,
  s.running AS running,
  s.migrated AS migrated,
  toInt32(s.start) AS start_day,
  least(toInt32(s.last_day), log_to) AS last_day,
  t.touches AS touches,
  n.named_spells AS named_spells,
  n.staff_pid AS staff_pid
FROM fact_observed_spell AS s
LEFT JOIN touched AS t ON t.party = s.party
LEFT JOIN fact_care_named AS n ON n.party = s.party`,
};

/** One row per party with a running contract: what it bought first and what it pays a year. */
const lineFact: Fact = {
  name: 'fact_care_line',
  reads: [],
  after: [contractFact],
  orderBy: ['party'],
  sql: `
SELECT party, argMin(line, (start, contract_id)) AS line, sum(price_year) AS price
FROM fact_contract
WHERE running
GROUP BY party`,
};

/** What several questions about care stand on. */
export const CARE_FACTS = [stayFact, lineFact];

/** Days before the first one on record are taken as named: books that keep only the latest person say nothing of earlier ones. */
export const namedOn = (at: string) =>
  `(notEmpty(named_spells) AND (${at} < named_spells[1].1 OR arrayExists(x -> x.1 <= ${at} AND x.2 > ${at}, named_spells)))`;

/** Touched on a day from `from` up to, not including, `until`, and named at the end of it, as far as each is on record. */
export const coveredIn = (from: string, until: string) =>
  `((NOT by_contact OR arrayExists(d -> d >= ${from} AND d < ${until}, touches)) AND (NOT by_name OR ${namedOn(`(${until} - 1)`)}))`;
