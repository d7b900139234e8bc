import { quoted } from '#warehouse/query.ts';

/**
 * A SETTINGS clause. Settings are written into the statement because the embedded engine keeps those that the client sends
 * for the rest of the session.
 */
export function settingsSql(settings: Readonly<Record<string, string | number>>): string {
  const pairs = Object.entries(settings).map(([name, value]) => {
    if (!/^[a-z_]+$/.test(name)) throw new RangeError(`not the name of a setting: ${name}`);
    return `${name} = ${typeof value === 'number' ? value : quoted(value)}`;
  });
  return pairs.length === 0 ? '' : `SETTINGS ${pairs.join(', ')}`;
}
