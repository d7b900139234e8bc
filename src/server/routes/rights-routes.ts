import { AppError } from '#domain/app-error.ts';
import { downloadPerson, erasePerson, getPerson, markPerson } from '#endpoints/rights.ts';
import { deed, note } from '#register/log.ts';
import { markCustomer } from '#warehouse/persons.ts';
import { closedCustomer } from '../customers/closed-customer.ts';
import { removeExports } from '../exports/export-files.ts';
import { keptCopies } from '../rights/copies.ts';
import { eraseCustomer } from '../rights/erase-customer.ts';
import { personData, personHeld } from '../rights/person-data.ts';
import { personFile } from '../rights/person-file.ts';
import type { Router } from '../route.ts';
import type { Services } from '../services.ts';

export function rightsRoutes(router: Router, services: Services): void {
  const { register, warehouse, data, settings } = services;

  router.add(getPerson, async ({ params, query, language }) => ({
    ...(await closedCustomer(data, params.customerId)),
    ...(await personHeld(services, params.customerId, query.language ?? language)),
  }));

  router.add(downloadPerson, async ({ asker, params, query, language }) => {
    const found = await personData(services, params.customerId, query.scope, query.language ?? language);
    await note(register, { actor: asker, event: 'personDataTaken', subject: '', details: { scope: query.scope } });
    return personFile(found, query.format);
  });

  router.add(markPerson, async ({ asker, params, body }) => {
    await deed(register, { actor: asker, event: 'customerMarked', subject: '', details: body }, () =>
      data.whileMarking(() => markCustomer(warehouse, params.customerId, body)),
    );
    // Files that wait to be fetched may still list the customer.
    await removeExports(register, settings.exportDirectory, null);
    return null;
  });

  router.add(erasePerson, async ({ asker, params, body }) => {
    if (body.repeated !== params.customerId)
      throw new AppError('requestInvalid', 'another number', { field: 'repeated', problem: '≠ customerId' });
    const erased = await eraseCustomer(services, asker, params.customerId);
    return { ...erased, copies: await keptCopies(warehouse.address, settings.home) };
  });
}
