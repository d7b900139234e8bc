import { quoted } from '#warehouse/query.ts';

const TRUE = ['1', 'true', 't', 'yes', 'y', 'ja', 'j', 'wahr', 'x', 'on', '1.0'];
const FALSE = ['0', 'false', 'f', 'no', 'n', 'nein', 'falsch', 'off', '0.0'];

const list = (words: readonly string[]) => words.map(quoted).join(', ');

/** SQL that reads a raw field as Nullable(Bool): yes/no, ja/nein, true/false, wahr/falsch, 1/0, x; anything else is NULL. */
export function booleanSql(rawSql: string): string {
  const word = `lower(trimBoth(${rawSql}))`;
  return `toBool(multiIf(${word} IN (${list(TRUE)}), 1, ${word} IN (${list(FALSE)}), 0, NULL))`;
}
