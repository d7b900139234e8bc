import { AppError } from '#domain/app-error.ts';

/** The driver's own words, which come without a code. */
const LOST =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;
/** Classes of PostgreSQL: 08 connection, 53 resources, 57P operator intervention. */
const SERVER_CLASSES = /^(08|57P)/;
const FULL = /^53100/;

const textOf = (value: unknown, name: string): string =>
  typeof value === 'object' && value !== null && name in value
    ? String(Object.entries(value).find(([n]) => n === name)?.[1] ?? '')
    : '';

/** A failure of the register's database as one that people can act on; null when the error is something else. */
export function registerFailure(error: unknown): AppError | null {
  if (!(error instanceof Error) || error instanceof AppError) return null;
  const code = textOf(error, 'code');
  if (FULL.test(code)) return new AppError('storeFull', error.message, {}, error);
  // A number too large for its column, text with a zero byte: the writer's, not ours.
  if (/^22/.test(code))
    return new AppError('requestInvalid', error.message, { field: 'value', problem: error.message }, error);
  const lost = SERVER_CLASSES.test(code) || /^E(CONN|PIPE|TIMEDOUT|NOTFOUND|HOSTUNREACH)/.test(code);
  const driver = code === '' && LOST.test(error.message);
  if (!lost && !driver) return null;
  return new AppError('registerUnreachable', error.message, { where: '', reason: error.message }, error);
}
