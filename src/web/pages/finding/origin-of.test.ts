import { expect, test } from 'vitest';
import { originOf } from './origin-of.ts';

const list = (...names: readonly string[]) => names.map((name) => ({ name }));

test('a contract leads to its own row, a customer to all of theirs', () => {
  expect(originOf(list('customer_id', 'contract_id'), ['K1', 'V1'])).toEqual({
    number: 'V1',
    search: { view: 'rows', contract: 'V1', table: 'contract', customer: 'K1' },
  });
  expect(originOf(list('gap', 'person'), [3, 'K1'])).toEqual({
    number: 'K1',
    search: { view: 'rows', customer: 'K1' },
  });
});

test('where a list names neither, there is no way', () => {
  expect(originOf(list('contact_id', 'contract_id'), ['C1', null])).toBeNull();
});
