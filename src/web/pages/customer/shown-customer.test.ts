import { expect, test } from 'vitest';
import { type Contract, inOrder, standingOf } from './shown-customer.ts';

const contract = (contractId: string, running: boolean, more: number | null, startsOn = '2020-01-01'): Contract => ({
  contractId,
  productId: null,
  startsOn,
  endsOn: null,
  running,
  twin:
    more === null
      ? null
      : { priceYear: 100 + more, twinYear: 100, moreThanNewcomer: more, moreShare: more / 100, source: 'sheet' },
});

test('what is paid more and what is paid less are set off against each other', () => {
  const contracts = [contract('a', true, 80), contract('b', true, -30), contract('c', true, null)];
  expect(standingOf(contracts)).toEqual({ running: 3, compared: 2, dearer: 1, moreThanNewcomer: 50 });
});

test('ended contracts are compared with nobody', () => {
  expect(standingOf([contract('a', false, 80)])).toEqual({
    running: 0,
    compared: 0,
    dearer: 0,
    moreThanNewcomer: null,
  });
});

test('running contracts come first, the latest begun before the others', () => {
  const contracts = [contract('old', true, 1, '2015-01-01'), contract('ended', false, 1), contract('new', true, 1)];
  expect(inOrder(contracts).map(({ contractId }) => contractId)).toEqual(['new', 'old', 'ended']);
});
