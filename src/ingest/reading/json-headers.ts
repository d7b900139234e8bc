import { z } from 'zod';

const LOOKED_AT = 1000;
const JsonObject = z.record(z.string(), z.unknown());

export interface JsonLayout {
  /** Each line is an object; false: an array, or objects over several lines. */
  readonly objectsPerLine: boolean;
  readonly headers: readonly string[];
  /** One line that is an object, and no other. */
  readonly single: boolean;
}

/** A line as an object; null when it is none. */
function objectOf(line: string): Readonly<Record<string, unknown>> | null {
  try {
    return JsonObject.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

/** Whether the text begins an array. */
export const isArray = (text: string) => /^\uFEFF?\s*\[/.test(text);

/** Whether a text looks like JSON: it begins with an object or an array of them. */
export function looksLikeJson(text: string): boolean {
  return /^\uFEFF?\s*(\{\s*["}]|\[\s*[{\]])/.test(text);
}

/**
 * The keys of the first thousand objects, each once, in order of appearance. Some lines may be no objects: they become
 * refused rows later. Where most lines are none, the text is an array or its objects are written over several lines.
 * @param whole whether the text is the whole file
 */
export function jsonLayout(text: string, whole: boolean): JsonLayout {
  const all = text.replace(/^\uFEFF/, '').split('\n', LOOKED_AT + 1);
  const cutOff = whole || all.length > LOOKED_AT || all.length === 1 ? 0 : 1;
  const lines = all.slice(0, all.length - cutOff).filter((line) => line.trim() !== '');
  const objects = lines.map(objectOf).filter((object) => object !== null);
  const objectsPerLine = !isArray(text) && objects.length > 0 && objects.length * 2 >= lines.length;
  const headers = [...new Set(objects.flatMap((object) => Object.keys(object)))];
  return { objectsPerLine, headers, single: lines.length === 1 && objects.length === 1 };
}
