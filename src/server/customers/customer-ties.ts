import type { Role } from '#domain/role.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import type { DataStore } from '../data/data-store.ts';
import { closedCustomer, refuseRestricted } from './closed-customer.ts';
import { contactPersonsOf } from './contact-persons.ts';
import { contractsQuery } from './customer-query.ts';
import { keptPromises, keptRecommenders, keptTwins } from './kept-answers.ts';
import { loyaltiesOf, mayKnowLoyalties } from './loyalties.ts';
import { promisesTo } from './promises.ts';

interface House {
  readonly warehouse: Warehouse;
  readonly data: DataStore;
}

async function groundOf(data: DataStore, customerId: string, roles: readonly Role[]) {
  const [closed, asOf] = await Promise.all([closedCustomer(data, customerId), data.latestDay()]);
  refuseRestricted(closed, roles);
  return { closed, asOf };
}

/** What was promised to a customer and what became of it, and who looked after them. @throws AppError forbidden */
export async function customerTies(house: House, customerId: string, roles: readonly Role[]) {
  const { data } = house;
  const { asOf } = await groundOf(data, customerId, roles);
  const [promises, { shown }] = await Promise.all([
    promisesTo(house, customerId, asOf, await keptPromises(data, asOf)),
    contactPersonsOf(data, customerId, asOf),
  ]);
  return { promises, contactPersons: shown };
}

/** What is on record about the four loyalties; null of whoever objected. @throws AppError forbidden */
export async function customerLoyalties(data: DataStore, customerId: string, roles: readonly Role[]) {
  const { closed, asOf } = await groundOf(data, customerId, roles);
  if (!mayKnowLoyalties(roles, closed)) return { loyalties: null };
  const [recommenders, twins] = [await keptRecommenders(data, asOf), await keptTwins(data, asOf)];
  const [loyalties, contracts, { changes }] = await Promise.all([
    loyaltiesOf(data, customerId, asOf, recommenders),
    data.pointed(contractsQuery(customerId, asOf, twins)),
    contactPersonsOf(data, customerId, asOf),
  ]);
  return { loyalties: loyalties(changes, contracts) };
}
