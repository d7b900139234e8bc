import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../../src/domain/role.ts';
import { listProofs, planProof, recordProofResult, registerProof } from '../../src/endpoints/proofs.ts';
import { changeSettings, getSettings } from '../../src/endpoints/settings.ts';
import { administrator, type Browser, type House, onePersonARole, openHouse } from './house.ts';

let house: House;
let people: ReadonlyMap<Role, Browser>;
beforeAll(async () => {
  house = await openHouse();
  const admin = await administrator(house);
  const settings = await admin.call(getSettings);
  // Sessions that outlast the window of a proof.
  await admin.call(changeSettings, { body: { ...settings, sessionHours: 720 } });
  people = await onePersonARole(admin, house.url);
}, 120_000);
afterAll(() => house.remove());

function person(role: Role): Browser {
  const found = people.get(role);
  if (found === undefined) throw new Error(role);
  return found;
}
const size = { customers: 4000, holdoutShare: 0.5, shareToday: 0.15, smallestDifference: 0.03 };
const dayAhead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('a size is told what it can find', async () => {
  const plan = await person('cfo').call(planProof, { query: size });
  expect(plan.treated + plan.holdout).toBe(4000);
  expect(plan.power).toBeGreaterThan(0.5);
});

test('a result is judged against the holdout, and a proof without one is not', async () => {
  const leader = person('touchpointManager');
  const registered = await leader.call(registerProof, {
    body: {
      ...size,
      title: 'Thanks first',
      practiceId: null,
      actionId: null,
      outcome: 'Left within six months',
      checkId: null,
      startsOn: dayAhead(1),
      endsOn: dayAhead(2),
      plan: '',
    },
  });
  expect(registered.verdict).toBeNull();
  house.moveClock(24 * 5);
  const result = {
    treatedCustomers: 2000,
    treatedOutcomes: 200,
    holdoutCustomers: 2000,
    holdoutOutcomes: 300,
    comment: '',
  };
  await leader.call(recordProofResult, { params: { id: registered.id }, body: result });
  const { proofs } = await leader.call(listProofs);
  expect(proofs[0]?.verdict?.outcome).toBe('less');
  expect(proofs[0]?.verdict?.difference.value).toBeCloseTo(-0.05, 12);
});
