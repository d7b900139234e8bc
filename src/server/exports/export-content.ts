import type { z } from 'zod';
import { AppError } from '#domain/app-error.ts';
import type { ExportOutcome } from '#register/exports.ts';
import type { Register } from '#register/register.ts';
import { writeAttestation } from '#rules/attestation.ts';
import { packTotals } from '#rules/judge.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import { withPeople } from '../audits/affected-people.ts';
import { auditOf } from '../audits/audit-shown.ts';
import type { DataStore } from '../data/data-store.ts';
import type { Task } from '../jobs/job-runner.ts';
import { packOrRefuse, withVerdict } from '../rules/with-verdict.ts';
import { type OrderedRows, withCopiedRows } from './copied-rows.ts';
import type { AttestationInput, ExportInput, RowsInput } from './export-input.ts';
import { fileBytes } from './formats.ts';
import { packedFolder } from './packed-folder.ts';
import type { RowSource } from './row-source.ts';
import { tableRows } from './table-rows.ts';

export interface ContentSources {
  readonly register: Register;
  readonly warehouse: Warehouse;
  readonly data: DataStore;
  readonly programVersion: string;
}

/** What becomes a file, for as long as it may be read. */
interface Found {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly format: z.infer<typeof ExportOutcome>['format'];
  readonly rows: number;
  readonly content: AsyncIterable<Uint8Array>;
}
type Use<T> = (found: Found) => Promise<T>;

/** Rows as they are read, telling how far it is. */
const watched = (source: RowSource, { onProgress, signal }: Task, name: string): RowSource => ({
  ...source,
  async *pages() {
    let done = 0;
    for await (const rows of source.pages()) {
      if (signal.aborted) throw new AppError('stopped', 'the export was stopped');
      yield rows;
      done += rows.length;
      onProgress({ done, total: source.total, note: name });
    }
  },
});

async function withRows<T>(options: ContentSources, input: RowsInput, task: Task, use: Use<T>): Promise<T> {
  const { register, warehouse } = options;
  const { format } = input;
  const copied = (name: string, rows: OrderedRows) =>
    withCopiedRows(warehouse, rows, { jobId: task.job.id, signal: task.signal }, (source) =>
      use({ name, format, rows: source.total, content: fileBytes(watched(source, task, name), format) }),
    );
  if (input.what === 'table') return copied(input.table, tableRows(input.table));
  const audit = await auditOf(register, input.auditId);
  return withPeople(options, audit, input.check, (list) =>
    copied(`${input.check}-${audit.asOf}`, list.ordered(input.filter)),
  );
}

function withAttestation<T>(
  { warehouse, data, programVersion }: ContentSources,
  { pack: id, asOf, lines, products }: AttestationInput,
  { onProgress, signal }: Task,
  use: Use<T>,
): Promise<T> {
  const pack = packOrRefuse(id);
  const scope = { lines, products };
  const name = `${id}-${asOf}`;
  return withVerdict(data, pack, asOf, scope, async () => {
    const { counts } = await packTotals(warehouse, pack);
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    let done = 0;
    const content = packedFolder((write) =>
      writeAttestation({
        warehouse,
        pack,
        asOf,
        scope,
        programVersion,
        write: async (file, piece) => {
          if (signal.aborted) throw new AppError('stopped', 'the attestation was stopped');
          await write(file, piece);
          if (file === 'rows.csv') done += piece.split('\n').length - 1;
          onProgress({ done: Math.min(done, total), total, note: name });
        },
      }),
    );
    return use({ name, format: 'zip', rows: total, content });
  });
}

/** Opens what was asked for, for as long as `use` reads it. */
export const withContent = <T>(sources: ContentSources, input: ExportInput, task: Task, use: Use<T>): Promise<T> =>
  input.what === 'attestation' ? withAttestation(sources, input, task, use) : withRows(sources, input, task, use);
