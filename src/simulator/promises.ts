import { firstDayOf, isoDay, monthOf } from './calendar.ts';
import type { Company } from './company.ts';

/** Topic of cases that are letters. */
export const WRITTEN_TOPIC = 'written_enquiry';
/** Hours within which an answer to a written enquiry is promised. */
export const PROMISED_HOURS = 24;
/** The promise leaves room for one letter in ten. */
const PROMISED_SHARE = '0.90';
const GIVEN_SINCE = monthOf(2015, 1);

/** What the company promises in public; `month/cases.ts` keeps it or not. */
export function writePromises({ rows }: Company): void {
  rows('promise', {
    promise_id: 'answer-in-24-hours',
    valid_from: isoDay(firstDayOf(GIVEN_SINCE)),
    valid_to: null,
    measure: 'case_closed',
    threshold: PROMISED_HOURS,
    unit: 'hours',
    promised_share: PROMISED_SHARE,
    topic: WRITTEN_TOPIC,
    channel: null,
    source: 'website',
  });
}
