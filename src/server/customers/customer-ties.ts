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

/** What binds a customer and the house: promises and what became of them, and for those who may know it the four loyalties. @throws AppError forbidden */
export async function customerTies({ warehouse, data }: House, customerId: string, roles: readonly Role[]) {
  const closed = await closedCustomer(warehouse, customerId);
  refuseRestricted(closed, roles);
  const asOf = await data.latestDay();
  const kept = await keptAnswers(data, asOf);
  const promises = promisesTo({ warehouse, data }, customerId, asOf, kept.promises);
  if (!mayKnowLoyalties(roles, closed)) return { promises: await promises, loyalties: null };
  const [found, loyalties, contracts, { changes }] = await Promise.all([
    promises,
    loyaltiesOf(warehouse, customerId, asOf, kept.recommenders),
    warehouse.rows(contractsQuery(customerId, asOf, kept.twins)),
    contactPersonsOf(warehouse, customerId, asOf),
  ]);
  return { promises: found, loyalties: loyalties(changes, contracts) };
}
