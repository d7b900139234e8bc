import { quoted } from '#warehouse/query.ts';

/**
 * SQL of `read`, in which `name` stands for `value`. The value stands in the statement once: the engine plans a statement that writes it
 * out at every place for longer than it reads a small file.
 */
export const given = (name: string, value: string, read: string) => `arrayMap(${name} -> ${read}, [${value}])[1]`;

/** The groups of a pattern in a field, an empty list where the pattern does not fit. */
export const groupsOf = (raw: string, pattern: string) => `extractGroups(assumeNotNull(${raw}), ${quoted(pattern)})`;
