import type { Role } from '#domain/role.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import type { DataStore } from '../data/data-store.ts';
import { closedCustomer, refuseRestricted } from './closed-customer.ts';
import { contactPersonsOf } from './contact-persons.ts';
import { contractsQuery } from './customer-query.ts';
import { keptAnswers } from './kept-answers.ts';
import { loyaltiesOf, mayKnowLoyalties } from './loyalties.ts';
import { promisesTo } from './promises.ts';

interface House {
  readonly warehouse: Warehouse;
  readonly data: DataStore;
}

async function groundOf({ warehouse, data }: House, customerId: string, roles: readonly Role[]) {
  const [closed, asOf] = await Promise.all([closedCustomer(warehouse, customerId), data.latestDay()]);
  refuseRestricted(closed, roles);
  return { closed, asOf, kept: await keptAnswers(data, asOf) };
}

/** What was promised to a customer and what became of it, and who looked after them. @throws AppError forbidden */
export async function customerTies(house: House, customerId: string, roles: readonly Role[]) {
  const { asOf, kept } = await groundOf(house, customerId, roles);
  const [promises, { shown }] = await Promise.all([
    promisesTo(house, customerId, asOf, kept.promises),
    contactPersonsOf(house.warehouse, customerId, asOf),
  ]);
  return { promises, contactPersons: shown };
}

/** What is on record about the four loyalties; null of whoever objected. @throws AppError forbidden */
export async function customerLoyalties(house: House, customerId: string, roles: readonly Role[]) {
  const { warehouse } = house;
  const { closed, asOf, kept } = await groundOf(house, customerId, roles);
  if (!mayKnowLoyalties(roles, closed)) return { loyalties: null };
  const [loyalties, contracts, { changes }] = await Promise.all([
    loyaltiesOf(warehouse, customerId, asOf, kept.recommenders),
    warehouse.rows(contractsQuery(customerId, asOf, kept.twins)),
    contactPersonsOf(warehouse, customerId, asOf),
  ]);
  return { loyalties: loyalties(changes, contracts) };
}
