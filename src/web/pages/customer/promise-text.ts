import type { Format } from '#domain/format.ts';
import type { Ties } from './shown-customer.ts';
import type { TIE_WORDS } from './tie-words.ts';

export type Occasion = Ties['promises']['latest'][number];
type Words = typeof TIE_WORDS.en.promises;

const SPANS = [
  ['days', 86_400],
  ['hours', 3600],
  ['minutes', 60],
] as const;

/** A span in the largest unit of which there are two: 36 hours, 2 days, 90 seconds. */
export function spanText(seconds: number, words: Words, format: Format): string {
  const [unit, size] = SPANS.find(([, length]) => seconds >= 2 * length) ?? (['seconds', 1] as const);
  return words.spans[unit](format.count(Math.round(seconds / size)));
}

/** What was promised, in one line. */
export function promiseText({ measure, withinSeconds, share }: Occasion, words: Words, format: Format): string {
  const what = words.measures[measure];
  const within = withinSeconds === null ? what : words.within(what, spanText(withinSeconds, words, format));
  return share === null ? within : `${within} · ${words.share(format.percent(share, 0))}`;
}

/** What became of it. */
export function standingText({ measure, standing, seconds }: Occasion, words: Words, format: Format): string {
  const span = spanText(seconds ?? 0, words, format);
  if (standing === 'late') return measure === 'contact_answered' ? words.waited(span) : words.late(span);
  if (standing === 'called') return words.called(span);
  if (standing === 'unknown' && measure === 'callback') return words.notCalled;
  return words.standings[standing];
}

/** Kept, not kept, and what is neither, each only where there is some. */
export function answerText(
  { total, callbacks, kept, notKept }: Ties['promises'],
  words: Words,
  format: Format,
): string {
  if (total === 0) return words.none;
  const timed = total - callbacks;
  const rest = timed - kept - notKept;
  const parts = [
    ...(timed === 0 ? [] : [words.kept(format.count(kept), format.count(timed))]),
    ...(notKept === 0 ? [] : [words.notKept(format.count(notKept))]),
    ...(rest === 0 ? [] : [words.rest(format.count(rest))]),
    ...(callbacks === 0 ? [] : [words.callbacks(format.count(callbacks))]),
  ];
  return parts.join(' ');
}
