import type { Role } from '#domain/role.ts';
import type { LoyaltyName } from '#facts/loyalty-answer.ts';
import type { DataStore } from '../data/data-store.ts';
import type { ContractRow } from './customer-query.ts';
import { type AnswerRow, type DeedsRow, deedsQuery, loyaltyAnswersQuery } from './loyalty-query.ts';

/**
 * Who answers for how customers are treated. Whoever serves one must see neither an answer that reads like a score nor a tie, and
 * data protection hands out what is stored in another place.
 */
const MAY_SEE: readonly Role[] = ['touchpointManager', 'headOfCare'];

interface Closed {
  readonly restricted: boolean;
  readonly objection: boolean;
}

/** Facts put together by tie are a profile: none of whoever objected (Art. 21 GDPR) or whose data may only be kept (Art. 18). */
export const mayKnowLoyalties = (roles: readonly Role[], { restricted, objection }: Closed) =>
  !restricted && !objection && roles.some((role) => MAY_SEE.includes(role));

const answersTo = (name: LoyaltyName, rows: readonly AnswerRow[]) =>
  rows
    .filter(({ loyalty }) => loyalty === name)
    .map(({ question, points: value, scale: scaleMax, answered_on: on }) => ({ question, value, scaleMax, on }));

const companyDeeds = (row: DeedsRow) =>
  row.last_contact === null && row.last_visit === null
    ? null
    : {
        contacts: { inYear: row.contacts, last: row.last_contact },
        giving: { inYear: row.gifts, last: row.last_gift },
        visits: { inYear: row.visits, last: row.last_visit },
      };

const first = (days: readonly (string | null)[]) => days.flatMap((day) => day ?? []).sort()[0] ?? null;
const last = (days: readonly (string | null)[]) =>
  days
    .flatMap((day) => day ?? [])
    .sort()
    .at(-1) ?? null;

function offerDeeds(contracts: readonly ContractRow[]) {
  const running = contracts.filter((contract) => contract.running);
  if (running.length === 0) return null;
  return {
    contracts: running.length,
    products: new Set(running.flatMap(({ product_id: product }) => product ?? [])).size,
    since: first(running.map(({ start_date: day }) => day)),
    boundUntil: last(running.map(({ bound_until: day }) => day)),
  };
}

const networkDeeds = ({ recommendations, told, thanked }: DeedsRow) =>
  recommendations === 0 ? null : { recommendations, thanked: told === 0 && thanked === 0 ? null : thanked };

/** The four ties between company and customer, each with what the customer said and what we do; nothing is filled in. */
export async function loyaltiesOf(data: DataStore, customerId: string, asOf: string, recommenders: string) {
  const [answers, [row]] = await Promise.all([
    data.pointed(loyaltyAnswersQuery(customerId, asOf)),
    data.pointed(deedsQuery(customerId, asOf, recommenders)),
  ]);
  const deeds = <Deeds>(of: (found: DeedsRow) => Deeds) => (row === undefined ? null : of(row));
  return (changes: number | null, contracts: readonly ContractRow[]) => ({
    company: { answers: answersTo('company', answers), deeds: deeds(companyDeeds) },
    offers: { answers: answersTo('offers', answers), deeds: offerDeeds(contracts) },
    people: { answers: answersTo('people', answers), deeds: changes === null ? null : { changes } },
    networks: { answers: answersTo('networks', answers), deeds: deeds(networkDeeds) },
  });
}
