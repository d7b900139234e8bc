import { describe, expect, test } from 'vitest';
import { dayOf, weekdayOf } from './calendar.ts';
import { PLANTED, without } from './planted.ts';
import { type LineClass, openQueues } from './queues.ts';
import { openStreams } from './streams-of-company.ts';

const CALLS = 40_000;
const streams = openStreams(9);
const monday = dayOf(2025, 3, 3);

function calls(line: LineClass, technical = false, planted: Parameters<typeof openQueues>[0] = PLANTED) {
  const queues = openQueues(planted, streams);
  return Array.from({ length: CALLS }, (_, entity) => {
    const day = queues.openDay(line, monday + (entity % 364), monday - 7);
    const second = queues.second(line, day, entity, 0, 0);
    return { day, second, wait: queues.offeredSeconds({ line, technical, day, second }, entity, 0, 0) };
  });
}
const meanWait = (all: readonly { wait: number }[]) => all.reduce((sum, { wait }) => sum + wait, 0) / all.length;

describe('with two queues', () => {
  const service = calls('service');

  test.each([
    ['sales', false, 45],
    ['service', false, 450],
    ['sales', true, 880],
    ['service', true, 1285],
  ] as const)('the %s line (technical: %s) offers a mean wait of %d s', (line, technical, seconds) => {
    // Days share a shock of 10 %; the specialists of the sales line are 4, so few that a mean of 40,000 calls still moves.
    expect(Math.abs(meanWait(calls(line, technical)) / seconds - 1)).toBeLessThan(0.06);
  });

  test('some two in a hundred customers would wait more than half an hour, six at the peak of Monday morning', () => {
    const long = (all: typeof service) => all.filter(({ wait }) => wait > 1800).length / all.length;
    expect(long(service)).toBeGreaterThan(0.017);
    expect(long(service)).toBeLessThan(0.027);
    const peak = service.filter(({ day, second }) => weekdayOf(day) === 0 && second >= 9 * 3600 && second < 11 * 3600);
    expect(Math.abs(long(peak) - 0.06)).toBeLessThan(0.015);
  });

  test('nobody calls the service line after 17 h or at the weekend, prospects may', () => {
    expect(service.every(({ day, second }) => weekdayOf(day) < 5 && second < 17 * 3600)).toBe(true);
    expect(calls('sales').some(({ day, second }) => weekdayOf(day) === 5 && second >= 17 * 3600)).toBe(true);
  });
});

test('with one queue both lines offer the same waits to the second', () => {
  const off = without(PLANTED, ['G4']);
  expect(calls('sales', false, off)).toEqual(calls('service', false, off));
});
