import type { DateStyle, FieldStyle, NumberStyle, Source } from '../plan.ts';
import type { Sample } from './sample.ts';
import { dateEvidence, decidedNumberStyle, type NumberEvidence, numberEvidence } from './style-evidence.ts';

/** The styles of a header, and a date that leaves open which comes first, day or month. */
export interface DecidedStyle extends FieldStyle {
  readonly ambiguousDate: string | null;
}

/** What the user has said about all headers of a file; null: decide from the values. */
export interface GivenStyle {
  readonly number: NumberStyle | null;
  readonly date: DateStyle | null;
  readonly timezone: string;
}

const sum = (all: readonly NumberEvidence[], pick: (evidence: NumberEvidence) => number) =>
  all.reduce((total, evidence) => total + pick(evidence), 0);

/** What the file's columns decide together, for those that decide nothing by themselves. */
function usualNumberStyle(source: Source, all: readonly NumberEvidence[]): NumberStyle {
  const total = { point: sum(all, (e) => e.point), comma: sum(all, (e) => e.comma), dotted: 0, commaed: 0 };
  const decided = decidedNumberStyle(total);
  if (decided !== null) return decided;
  // '1.234' alone: where semicolons part the columns, the comma is the decimal mark.
  const undecided = sum(all, (e) => e.dotted) + sum(all, (e) => e.commaed);
  return undecided > 0 && source.delimiter === ';' ? 'comma' : 'point';
}

/** The day-and-month order that other columns of the file decide; null: none or both. */
function usualOrder(styles: readonly (DateStyle | null)[]): DateStyle | null {
  const orders = new Set(styles.filter((style) => style === 'dmy' || style === 'mdy'));
  const [only] = orders;
  return orders.size === 1 && only !== undefined ? only : null;
}

/** What is said for a whole file settles day and month; epochs and compact dates are what they are. */
function dateStyleOf(seen: DateStyle | null, given: DateStyle | null, usual: DateStyle): DateStyle {
  const open = seen === null || seen === 'dmy' || seen === 'mdy';
  return open ? (given ?? seen ?? usual) : seen;
}

/** Decides for every header how its numbers and dates are written. */
export function decideStyles(
  source: Source,
  sample: Sample,
  given: GivenStyle,
): Readonly<Record<string, DecidedStyle>> {
  const headers = source.headers.map((header) => {
    const values = sample.columns[header]?.values ?? new Set<string>();
    const written = sample.typed.has(header) ? new Set<string>() : values;
    return { header, numbers: numberEvidence(written), dates: dateEvidence(values) };
  });
  const numberStyle = usualNumberStyle(
    source,
    headers.map(({ numbers }) => numbers),
  );
  const order = usualOrder(headers.map(({ dates }) => dates.style));
  const decided = headers.map(({ header, numbers, dates }): [string, DecidedStyle] => {
    const undecided = dates.ambiguous !== null && order === null && given.date === null;
    const usual = dates.ambiguous === null ? 'iso' : (order ?? 'dmy');
    return [
      header,
      {
        numberStyle: sample.typed.has(header) ? 'point' : (given.number ?? decidedNumberStyle(numbers) ?? numberStyle),
        dateStyle: dateStyleOf(dates.style, given.date, usual),
        timezone: given.timezone,
        ambiguousDate: undecided ? dates.ambiguous : null,
      },
    ];
  });
  return Object.fromEntries(decided);
}
