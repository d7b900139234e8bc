import type { Format } from '#domain/format.ts';

/** A setting of an audit as people read it; null where it was not set. */
export function settingText(name: string, value: string | number | null | undefined, format: Format): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return format.number(value, Number.isInteger(value) ? 0 : 2);
  return name === 'asOf' ? format.day(value) : value;
}
