import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { openCompany, verdictOf } from '../../../test/company.ts';
import { waitGap } from './check.ts';

test('bank', async () => {
  const made = await openCompany();
  await made.warehouse.run({ name: 'empty', sql: 'TRUNCATE TABLE rows_contact' });
  for (const share of [30]) {
    const cols = [
      'contact_id',
      'started_at',
      'customer_id',
      'direction',
      'channel',
      'topic',
      'caller_class',
      'wait_s',
      'answered',
      'abandoned',
    ];
    await made.addSql(
      'contact',
      cols,
      `SELECT concat('c', toString(number)) AS contact_id, toDateTime64(toDateTime('2026-01-01 00:00:00','UTC') - cityHash64(number,1) % 63072000, 3, 'UTC') AS started_at, concat('k', toString(cityHash64(number,2) % 1000000)) AS customer_id, if(number % 10 < 4, 'out', 'in') AS direction, ['phone','chat','branch'][number % 3 + 1] AS channel, concat('t', toString(cityHash64(number,3) % 12)) AS topic, ['existing','existing','existing','prospect','unknown'][cityHash64(number,4) % 5 + 1] AS caller_class, if(number % 10 < 4, NULL, round(-log((cityHash64(number,5) % 1000000 + 0.5)/1e6) * 200)) AS wait_s, number % 5 > 0 AS answered, NOT answered AS abandoned FROM numbers(4000000)`,
    );
    const orig = made.warehouse;
    for (const name of ['run', 'columns'] as const) {
      const f = orig[name];
      (orig as any)[name] = async (q: any, w: any) => {
        const t = performance.now();
        const r = await (f as any)(q, w);
        const d = performance.now() - t;
        if (d > 100) console.log(q.name, Math.round(d));
        return r;
      };
    }
    const start = performance.now();
    const last = start;
    const v = verdictOf(await made.audit({ checks: [waitGap], asOf: '2026-01-01' }), 'wait-gap');
    console.log('4 M contacts, 2.4 M queued', performance.now() - start, v.outcome, v.effect);
    await made.warehouse.run({ name: 'flush', sql: 'SYSTEM FLUSH LOGS' }).catch(() => {});
  }
  await made.close();
}, 300_000);
