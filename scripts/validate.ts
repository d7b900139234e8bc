// Audits invented companies whose truth is known and writes docs/validation.md. Seeded: same code, same numbers (but for the seconds).
// npm run validate -- --worlds A,B,C,D --seeds 50 --customers 4000 --jobs 2
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { CHECKS } from '../src/checks/catalogue.ts';
import { createBar } from '../src/cli/progress.ts';
import { ladder, ladderPage } from './validation/ladder.ts';
import { oneCompany } from './validation/one-company.ts';
import { fill, ordersOf, resultsOf, sourceFingerprint } from './validation/order-book.ts';
import { validationPage } from './validation/page.ts';

const PAGE = 'docs/validation.md';
const World = z.enum(['A', 'B', 'C', 'D']);
const Whole = z.coerce.number().int().positive();
const Options = z.object({
  worlds: z.string().transform((text) => z.array(World).min(1).parse(text.split(','))),
  seeds: Whole,
  customers: Whole,
  jobs: Whole,
});
const One = z.object({ one: World, seed: Whole, customers: Whole, file: z.string() });

const { values } = parseArgs({
  options: {
    worlds: { type: 'string', default: 'A,B,C,D' },
    seeds: { type: 'string', default: '50' },
    // Large enough for most checks to speak, small enough for a company in ten seconds.
    customers: { type: 'string', default: '4000' },
    jobs: { type: 'string', default: '2' },
    one: { type: 'string' },
    seed: { type: 'string' },
    file: { type: 'string' },
    ladder: { type: 'boolean', default: false },
  },
});

async function validate(): Promise<void> {
  const plan = { ...Options.parse(values), script: import.meta.filename };
  const fingerprint = sourceFingerprint();
  const orders = ordersOf(plan, fingerprint);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
  const bar = createBar('Validating', 'companies');
  const failed = await fill(plan, orders, stop.signal, (done, { world, seed }) => {
    bar.update(done, orders.length, `${world} ${seed}`);
    if (!process.stderr.isTTY) console.log(`${done}/${orders.length} ${world} ${seed}`);
  });
  bar.stop();
  const results = resultsOf(orders);
  if (results.length > 0)
    writeFileSync(PAGE, validationPage(results, { customers: plan.customers, fingerprint, checks: CHECKS }));
  console.log(`${results.length} of ${orders.length} companies in ${PAGE}`);
  for (const { world, seed } of failed) console.log(`failed: world ${world}, seed ${seed}`);
  if (results.length < orders.length) process.exitCode = 1;
}

/** npm run validate -- --ladder --customers 4000 */
async function climb(): Promise<void> {
  const order = { customers: Whole.parse(values.customers), seed: 1 };
  const bar = createBar('Auditing without', 'tables');
  const steps = await ladder({
    ...order,
    onStep: (done, total, table) => {
      bar.update(done, total, table);
      if (!process.stderr.isTTY) console.log(`${done}/${total} ${table}`);
    },
  });
  bar.stop();
  writeFileSync('docs/degradation.md', ladderPage(steps, order));
  const turned = steps.filter((step) => step.turned).length;
  console.log(`${steps.length} answers changed, ${turned} turned round without a warning`);
  if (turned > 0) process.exitCode = 1;
}

if (values.ladder) await climb();
else if (values.one === undefined) await validate();
else {
  const { one, ...order } = One.parse(values);
  await oneCompany({ world: one, ...order });
}
