import type { ClickHouseSettings } from '@clickhouse/client';
import type { StoreAddress } from './engine.ts';
import type { Params } from './query.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\0': '\\0',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};
const escaped = (text: string) => text.replaceAll(/[\\\0\b\f\n\r\t]/g, (char) => ESCAPES[char] ?? char);

/** A bound value in the form in which the engine reads a field. */
function written(value: Params[string]): string {
  if (value === null) return String.raw`\N`;
  if (typeof value !== 'object') return escaped(String(value));
  const items = value.map((item) =>
    typeof item === 'number' ? String(item) : `'${escaped(item).replaceAll("'", String.raw`\'`)}'`,
  );
  return `[${items.join(',')}]`;
}

interface Binding {
  readonly query_params?: Record<string, unknown>;
  readonly clickhouse_settings: ClickHouseSettings;
}

/**
 * What the client is given so that the engine binds the values. The embedded engine lets only one question with values of its own run in
 * the whole process; values that are set on the connection keep no other connection waiting.
 */
export function bound(address: StoreAddress, name: string, params: Params = {}): Binding {
  if (address.kind === 'server') return { query_params: { ...params }, clickhouse_settings: { log_comment: name } };
  // The connection writes a setting as a text in SQL, where a backslash has to be doubled; quotes it doubles itself.
  const values = Object.entries(params).map(([key, value]) => [
    `param_${key}`,
    written(value).replaceAll('\\', String.raw`\\`),
  ]);
  return { clickhouse_settings: { ...Object.fromEntries(values), log_comment: name } };
}
