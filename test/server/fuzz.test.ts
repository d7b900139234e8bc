import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { ROLES } from '../../src/domain/role.ts';
import { administrator, type Browser, type House, openHouse, personWith } from './house.ts';

let house: House;
let everybody: Browser;
beforeAll(async () => {
  house = await openHouse();
  everybody = await personWith(await administrator(house), house.url, 'Everybody', ROLES);
}, 120_000);
afterAll(() => house.remove());

interface Schema {
  readonly type?: string | readonly string[] | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly anyOf?: readonly Schema[] | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly items?: Schema | undefined;
  readonly format?: string | undefined;
}
const Schema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    enum: z.array(z.unknown()).optional(),
    anyOf: z.array(Schema).optional(),
    properties: z.record(z.string(), Schema).optional(),
    items: Schema.optional(),
    format: z.string().optional(),
  }),
);
const Operation = z.object({
  operationId: z.string(),
  parameters: z.array(z.object({ name: z.string(), in: z.string(), schema: Schema })).default([]),
  requestBody: z.object({ content: z.object({ 'application/json': z.object({ schema: Schema }) }) }).optional(),
});
const Document = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

const NASTY = [
  '',
  ' ',
  '\u0000',
  "'; DROP TABLE log; --",
  '%00',
  '../../etc/passwd',
  '\ud800',
  '💥'.repeat(50),
  '{asOf:Date}',
  'null',
  '-1',
];
const text = fc.oneof(fc.constantFrom(...NASTY), fc.string({ maxLength: 60 }));
const uuid = fc.constantFrom('00000000-0000-4000-8000-000000000000', '11111111-1111-4111-8111-111111111111');
const day = fc.constantFrom('2026-02-28', '0001-01-01', '9999-12-31');

/** Mostly what the document asks for, so that requests get past the shapes to the code behind them. */
function fitting(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map(fitting));
  const [type] = [schema.type ?? 'string'].flat();
  switch (type) {
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, arbitrary(inner)])),
      );
    case 'array':
      return fc.array(fitting(schema.items ?? {}), { maxLength: 3 });
    case 'integer':
    case 'number':
      return fc.constantFrom(0, 1, 5, 0.5, -1, 2_147_483_647, 1e15, 1e300);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return stringOf(schema.format);
  }
}
function stringOf(format: string | undefined): fc.Arbitrary<string> {
  if (format === 'uuid') return uuid;
  if (format === 'date') return day;
  if (format === 'email') return fc.constantFrom('x@example.com', 'ada@example.com');
  return text;
}
const wild = fc.oneof(fc.jsonValue({ maxDepth: 2 }), text);
const arbitrary = (schema: Schema): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 12, arbitrary: fitting(schema) }, { weight: 1, arbitrary: wild });

// Ending the session or changing one's own password would only make the rest of the requests dull.
const DULL = new Set(['signOut', 'watchJob', 'uploadFiles']);
// These ask the data store for all it has, or make it work for seconds afterwards.
const HEAVY = new Set(['startAudit', 'getStaffRoom', 'getInventory', 'getReadiness']);
const runsOf = (id: string) => (HEAVY.has(id) ? 2 : 10);
const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

async function operations() {
  const { paths } = Document.parse(await (await fetch(`${house.url}/api/docs/json`)).json());
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      path,
      method: method.toUpperCase(),
      ...Operation.parse(operation),
    })),
  );
}

function encoded(value: unknown): string {
  try {
    return encodeURIComponent(asText(value));
  } catch {
    return '%EF%BF%BD';
  }
}

test('no request that can be made from the published document is a fault of the server', async () => {
  for (const operation of await operations()) {
    if (DULL.has(operation.operationId)) continue;
    const given = fc.record({
      params: fc.record(Object.fromEntries(operation.parameters.map(({ name, schema }) => [name, arbitrary(schema)]))),
      body:
        operation.requestBody === undefined
          ? fc.constant(undefined)
          : arbitrary(operation.requestBody.content['application/json'].schema),
    });
    await fc.assert(
      fc.asyncProperty(given, async ({ params, body }) => {
        const places = new Map(operation.parameters.map(({ name, in: place }) => [name, place]));
        const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encoded(params[name] ?? 'x') || '_');
        const query = Object.entries(params).filter(([name]) => places.get(name) === 'query');
        const search = query.map(([name, value]) => `${name}=${encoded(value)}`).join('&');
        const json =
          body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
        const answer = await everybody.fetch(`${path}?${search}`, { method: operation.method, ...json });
        const said = await answer.text();
        expect([operation.operationId, answer.status === 500 ? said : 'fine']).toEqual([operation.operationId, 'fine']);
      }),
      { numRuns: runsOf(operation.operationId), seed: 1, endOnFailure: true },
    );
  }
}, 300_000);

test('what was never JSON, never a form and never an address is refused in words', async () => {
  const odd = [
    everybody.fetch('/api/practices', {
      method: 'POST',
      body: '{"title":',
      headers: { 'content-type': 'application/json' },
    }),
    everybody.fetch('/api/practices', { method: 'POST', body: 'x', headers: { 'content-type': 'text/strange' } }),
    everybody.fetch('/api/uploads', {
      method: 'POST',
      body: 'x',
      headers: { 'content-type': 'multipart/form-data; boundary=y' },
    }),
    everybody.fetch('/api/nothing-of-the-kind'),
    everybody.fetch('/api/auth/sign-up/email', {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    }),
  ];
  for (const answer of await Promise.all(odd)) {
    const told = z.object({ code: z.string(), message: z.string().min(10) }).parse(await answer.json());
    expect([told.code, answer.status]).toEqual([
      told.code,
      answer.status >= 400 && answer.status < 500 ? answer.status : 'fault',
    ]);
  }
});
