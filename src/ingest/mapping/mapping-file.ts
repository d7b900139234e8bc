import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { nearest } from '../expression/nearest.ts';
import { fileFailure } from '../reading/file-bytes.ts';
import { refusal } from '../refusal.ts';
import { type FileRule, type MappingEntries, MappingFile } from './mapping-schema.ts';

/** A mapping file that was understood. */
export interface Mapping {
  readonly path: string;
  readonly entries: MappingEntries;
  /** Line, from 1, of the entry that a path leads to: ['files', '*.csv', 'columns', 'price']. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Walks to an entry; where the path ends early, the last entry that exists counts. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (!isPair(pair)) break;
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
      continue;
    }
    const next: unknown = document.getIn([...path.slice(0, path.indexOf(key) + 1)], true);
    if (!isNode(next)) break;
    offset = next.range?.[0] ?? offset;
    node = next;
  }
  return offset;
}

const KNOWN_KEYS: Readonly<Record<number, readonly string[]>> = {
  0: ['files', 'customer_ids', 'date', 'number', 'timezone'],
  2: ['table', 'tables', 'columns', 'defaults', 'where', 'gather', 'ignore', 'date', 'number', 'timezone'],
  4: ['header', 'constant', 'expression', 'unit', 'values', 'date', 'number', 'timezone'],
};
const TABLE_KEYS = ['table', 'columns', 'defaults', 'where', 'gather'];

/** Keys that may stand at a place: the depth tells the kind, inside `tables` everything lies two deeper. */
function knownAt(path: readonly PropertyKey[]): readonly string[] {
  const inTables = path[2] === 'tables';
  if (inTables && path.length === 4) return TABLE_KEYS;
  return KNOWN_KEYS[inTables ? path.length - 2 : path.length] ?? [];
}

type Issue = z.core.$ZodIssue;

/** The issue that says most: inside a choice, the one of the branch that went deepest. */
function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors.flat().map((one) => deepest(one));
  const [best] = inner.sort((a, b) => b.path.length - a.path.length || rank(a) - rank(b));
  return best === undefined ? issue : { ...best, path: [...issue.path, ...best.path] };
}
const rank = (issue: Issue) => (issue.code === 'invalid_type' ? 1 : 0);

function invalid(file: string, issue: Issue, lineOf: Mapping['lineOf']) {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    const known = knownAt(path);
    const suggestion = nearest(key, known, 1)[0] ?? '';
    return refusal('mappingKey', { file, line: lineOf([...path, key]), key, known: known.join(', '), suggestion });
  }
  const key = path.map(String).at(-1) ?? 'files';
  return refusal('mappingValue', { file, line: lineOf(path), key, reason: issue.message });
}

/**
 * Reads the text of a mapping file; docs/mapping.md describes the format.
 * @throws AppError mappingInvalid with the line
 */
export function parseMapping(file: string, text: string): Mapping {
  const counter = new LineCounter();
  // Nothing but text: YAML's own guesses would turn 007 into 7.
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: counter, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = counter.linePos(error.pos[0]);
    throw refusal('mappingSyntax', { file, line, column: col, reason: error.message.split('\n')[0] ?? '' });
  }
  const lineOf = (path: readonly PropertyKey[]) => counter.linePos(offsetOf(document, path)).line;
  const parsed = MappingFile.safeParse(document.toJS());
  if (parsed.success) return { path: file, entries: parsed.data, lineOf };
  const [issue] = parsed.error.issues;
  throw issue === undefined ? parsed.error : invalid(file, deepest(issue), lineOf);
}

/** @throws AppError fileNotFound, fileUnreadable, mappingInvalid */
export async function readMapping(path: string): Promise<Mapping> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw fileFailure(path, cause);
  }
  return parseMapping(path, text);
}

/** `*` is any text, `?` any letter; capitals do not matter. */
function matchesPattern(pattern: string, name: string): boolean {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'iu').test(name);
}

/** The rule of a file and the pattern it stands under: an equal name goes before a pattern, otherwise the first counts. */
export function ruleFor(mapping: Mapping, sourcePath: string): { pattern: string; rule: FileRule } | null {
  const name = basename(sourcePath);
  const names = [name, name.replace(/#.*$/, '')];
  const rules = Object.entries(mapping.entries.files);
  const exact = rules.find(([pattern]) => names.includes(pattern));
  const found = exact ?? rules.find(([pattern]) => names.some((one) => matchesPattern(pattern, one)));
  return found === undefined ? null : { pattern: found[0], rule: found[1] };
}
