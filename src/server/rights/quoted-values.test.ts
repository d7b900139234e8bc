import { expect, test } from 'vitest';
import { withoutQuotes } from './quoted-values.ts';

test('quoted values that name the person are taken out, all else stays', () => {
  const receipt = '{"files":[{"samples":[{"line":1,"value":"K1"},{"line":2,"value":"K12"}],"rule":"K1"}]}';
  expect(withoutQuotes(receipt, ['K1', 'V1'])).toBe(
    '{"files":[{"samples":[{"line":1,"value":"…"},{"line":2,"value":"K12"}],"rule":"K1"}]}',
  );
});

test('a whole raw row is a quote too', () => {
  expect(withoutQuotes('{"value":"oops;V1;K9"}', ['V1'])).toBe('{"value":"…"}');
});

test('a text that names nobody keeps its bytes', () => {
  expect(withoutQuotes('{ "value": "K2" }', ['K1'])).toBe('{ "value": "K2" }');
});
