import { expect, test } from 'vitest';
import { listAudits, startAudit } from './audits.ts';
import { createClient } from './client.ts';
import { getReceipt } from './company-data.ts';
import { addressOf } from './endpoint.ts';

const answering = (status: number, body: unknown) => {
  const asked: { address: string; init: RequestInit }[] = [];
  const client = createClient({
    base: 'http://house',
    headers: { 'accept-language': 'de' },
    fetch: async (address, init) => {
      asked.push({ address, init });
      return new Response(JSON.stringify(body), { status });
    },
  });
  return { client, asked };
};

test('parameters are encoded, empty query values left out', () => {
  expect(addressOf(getReceipt, { importId: 'a/b' }, { language: 'de', other: null })).toBe(
    '/api/imports/a%2Fb/receipt?language=de',
  );
});

test('a reply is parsed by the shape that was promised, and another shape is refused', async () => {
  const { client } = answering(200, { audits: [] });
  expect((await client.call(listAudits)).audits).toEqual([]);
  await expect(answering(200, { audits: 'none' }).client.call(listAudits)).rejects.toThrow(/expected array/);
});

test('a refusal carries code, sentence and status', async () => {
  const { client, asked } = answering(403, { code: 'forbidden', message: 'Das darf diese Rolle nicht.', details: {} });
  const body = { asOf: null };
  await expect(client.call(startAudit, { body })).rejects.toMatchObject({ code: 'forbidden', status: 403 });
  expect(asked[0]?.init.body).toBe('{"asOf":null}');
});
