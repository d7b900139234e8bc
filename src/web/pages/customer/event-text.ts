import type { Format } from '#domain/format.ts';
import type { CustomerEvent } from './shown-customer.ts';
import type { CUSTOMER_WORDS } from './words.ts';

type EventWords = typeof CUSTOMER_WORDS.en.events;
type Facts = CustomerEvent['facts'];

const YES = new Set(['true', '1']);
const isYes = (value: Facts[string]) => YES.has(String(value));

/** The day, with the time where one is known. */
export const whenText = (at: string, format: Format): string =>
  at.includes('T') ? format.instant(at, 'UTC') : format.day(at);

const plain = (value: Facts[string]) => String(value).replaceAll('_', ' ');

/** Facts that are said as amounts; all other values are words. */
const MONEY = new Set(['price', 'offered_price', 'value']);
const FLAGS = new Set(['answered', 'resolved', 'complaint', 'reopened', 'accepted', 'first_contact_resolved']);

function factText(name: string, value: Facts[string], words: EventWords, format: Format): string {
  const label = words.facts[name] ?? plain(name);
  if (FLAGS.has(name)) return words.flags[name]?.[isYes(value) ? 'yes' : 'no'] ?? `${label}: ${plain(value)}`;
  if (name === 'wait_s') return `${label}: ${format.duration(Number(value))}`;
  if (MONEY.has(name)) return `${label}: ${format.money(Number(value), 2)}`;
  if (name === 'closed_at') return `${label}: ${format.day(String(value).slice(0, 10))}`;
  const said = words.values[String(value)] ?? plain(value);
  return words.bare.includes(name) ? said : `${label}: ${said}`;
}

/** What happened, in one line; the tone of a contact is said apart. */
export function eventText({ facts }: Pick<CustomerEvent, 'facts'>, words: EventWords, format: Format): string {
  return Object.entries(facts)
    .filter(([name]) => name !== 'tone')
    .map(([name, value]) => factText(name, value, words, format))
    .filter((text) => text !== '')
    .join(' · ');
}
