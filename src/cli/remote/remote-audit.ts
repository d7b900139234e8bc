import type { Report } from '#audit/report.ts';
import { getAudit, startAudit } from '#endpoints/audits.ts';
import type { Context } from '../context.ts';
import { createBar } from '../progress.ts';
import type { GivenSettings } from '../settings.ts';
import { finished, type RunningServer } from './running-server.ts';

/** The audit of the store, made and kept by the server that has it open. */
export async function remoteAudit(
  server: RunningServer,
  context: Context,
  asOf: string | null,
  { audit, checks }: GivenSettings,
): Promise<Report> {
  const bar = createBar(context.words.auditing, 'checks');
  try {
    const settings = Object.fromEntries(
      Object.entries(audit).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])),
    );
    const checkSettings = Object.fromEntries(Object.entries(checks).map(([id, values]) => [id, { ...values }]));
    const started = await server.client.call(startAudit, { body: { asOf, settings, checkSettings } });
    const job = await finished(server, context, started, ({ progress: { done, total, note } }) =>
      bar.update(done, total, note),
    );
    return (await server.client.call(getAudit, { params: { id: job.result.auditId ?? '' } })).report;
  } finally {
    bar.stop();
  }
}
