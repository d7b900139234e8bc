import { weekdayOf } from './calendar.ts';
import { weighted } from './draws.ts';
import { force, type Planted } from './planted.ts';
import type { Streams } from './streams-of-company.ts';

export type LineClass = 'sales' | 'service';

/** When a caller joined a queue and how long a person would have made him wait. */
export interface Queues {
  /** The day itself; for a closed one an open day of the same week, or the next open one where that would be before `earliest`. */
  openDay(line: LineClass, day: number, earliest: number): number;
  /** Second of the day at which a call comes in. */
  second(line: LineClass, day: number, entity: number, moment: number, draw: number): number;
  /** Offered wait in whole seconds; technical matters go to the specialists of the line. */
  offeredSeconds(
    call: { line: LineClass; technical: boolean; day: number; second: number },
    entity: number,
    moment: number,
    draw: number,
  ): number;
}

interface Hours {
  /** Opening and closing hour by weekday, Monday first; null is closed. */
  readonly weekdays: readonly (readonly [number, number] | null)[];
}

/** 66 hours a week for those who may buy, 45 for those who have bought. */
const OPEN: Readonly<Record<LineClass, Hours>> = {
  sales: { weekdays: [[8, 19], [8, 19], [8, 19], [8, 19], [8, 19], [8, 19], null] },
  service: { weekdays: [[8, 17], [8, 17], [8, 17], [8, 17], [8, 17], null, null] },
};
const WEEKDAY_LOAD = [1.12, 1.03, 1, 0.98, 0.94, 0.8, 0];
const HOUR_LOAD = [
  0, 0, 0, 0, 0, 0, 0, 0, 1.0, 1.1, 1.12, 1.05, 0.92, 0.94, 1.0, 1.02, 0.98, 0.9, 0.82, 0.7, 0, 0, 0, 0,
];
const FULLEST = 0.999;
const DAY_SPREAD = 0.1;

interface Station {
  readonly agents: number;
  readonly handleSeconds: number;
  /** Rosters follow the load, so only a part of its swing reaches the queue. */
  readonly unplanned: number;
}

/** Chance of waiting at all and mean wait of those who wait, for each hour of the week. */
interface Congestion {
  readonly waits: Float64Array;
  readonly meanSeconds: Float64Array;
}

export function openQueues(planted: Planted, streams: Streams): Queues {
  const on = force(planted.G4) > 0;
  const main = { agents: 60, handleSeconds: 180, unplanned: 0.01 };
  const specialists = { agents: 4, handleSeconds: 900, unplanned: 0.05 };
  const sales = on ? planted.G4.salesWaitSeconds : planted.G4.neutralWaitSeconds;
  const service = on ? planted.G4.serviceWaitSeconds : planted.G4.neutralWaitSeconds;
  const salesTechnical = on ? planted.G4.salesTechnicalWaitSeconds : planted.G4.neutralTechnicalWaitSeconds;
  const serviceTechnical = on ? planted.G4.serviceTechnicalWaitSeconds : planted.G4.neutralTechnicalWaitSeconds;
  // Off means one queue for all: the same load of the same hours, or the hours alone would plant a gap.
  const hours = (line: LineClass): Hours => (on ? OPEN[line] : OPEN.service);
  const congestion = {
    sales: {
      main: congest(main, hours('sales'), sales),
      technical: congest(specialists, hours('sales'), salesTechnical),
    },
    service: {
      main: congest(main, hours('service'), service),
      technical: congest(specialists, hours('service'), serviceTechnical),
    },
  };
  return {
    openDay: (line, day, earliest) => openDayFor(hours(line), day, earliest),
    second: (line, day, entity, moment, draw) => {
      const [opens, closes] = hours(line).weekdays[weekdayOf(day)] ?? [8, 17];
      const hour = opens + weighted(HOUR_LOAD.slice(opens, closes), streams.waits.uniform(entity, moment, 4 * draw));
      return hour * 3600 + streams.waits.integer(3600, entity, moment, 4 * draw + 1);
    },
    offeredSeconds: ({ line, technical, day, second }, entity, moment, draw) => {
      const { waits, meanSeconds } = congestion[line][technical ? 'technical' : 'main'];
      const slot = weekdayOf(day) * 24 + Math.floor(second / 3600);
      if (!streams.waits.chance(waits[slot] ?? 0, entity, moment, 4 * draw + 2)) return 3 + (second % 9);
      const shared = Math.exp(DAY_SPREAD * streams.days.normal(day) - (DAY_SPREAD * DAY_SPREAD) / 2);
      return (
        3 + Math.round((meanSeconds[slot] ?? 0) * shared * streams.waits.exponential(entity, moment, 4 * draw + 3))
      );
    },
  };
}

/** Spread over the week: if all calls of a weekend came on Monday, Monday alone would decide how long everybody waits. */
function openDayFor(hours: Hours, day: number, earliest: number): number {
  if (hours.weekdays[weekdayOf(day)] !== null) return day;
  const openDays = hours.weekdays.filter((open) => open !== null).length;
  const moved = day - weekdayOf(day) + (day % openDays);
  if (moved >= earliest) return moved;
  let open = day;
  while (hours.weekdays[weekdayOf(open)] === null) open += 1;
  return open;
}

/** Loads the station until the mean offered wait over a week of calls is the one asked for (M/M/c, Erlang 1917). */
function congest(station: Station, hours: Hours, targetSeconds: number): Congestion {
  let low = 0;
  let high = 4 * station.agents;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (meanOverWeek(congestionAt(station, hours, middle), hours) < targetSeconds) low = middle;
    else high = middle;
  }
  return congestionAt(station, hours, low);
}

function congestionAt(station: Station, hours: Hours, scale: number): Congestion {
  const waits = new Float64Array(168);
  const meanSeconds = new Float64Array(168);
  for (let slot = 0; slot < 168; slot++) {
    const offered = Math.min(scale * loadOf(hours, slot) ** station.unplanned, FULLEST * station.agents);
    waits[slot] = erlangC(station.agents, offered);
    meanSeconds[slot] = station.handleSeconds / (station.agents - offered);
  }
  return { waits, meanSeconds };
}

function meanOverWeek({ waits, meanSeconds }: Congestion, hours: Hours): number {
  let calls = 0;
  let seconds = 0;
  for (let slot = 0; slot < 168; slot++) {
    const load = loadOf(hours, slot);
    calls += load;
    seconds += load * (3 + (waits[slot] ?? 0) * (meanSeconds[slot] ?? 0));
  }
  return seconds / calls;
}

function loadOf(hours: Hours, slot: number): number {
  const open = hours.weekdays[Math.floor(slot / 24)] ?? null;
  const hour = slot % 24;
  if (open === null || hour < open[0] || hour >= open[1]) return 0;
  return (WEEKDAY_LOAD[Math.floor(slot / 24)] ?? 0) * (HOUR_LOAD[hour] ?? 0);
}

/** Probability that a call waits, by the recursion of the blocking probability. */
function erlangC(agents: number, offered: number): number {
  let blocking = 1;
  for (let agent = 1; agent <= agents; agent++) blocking = (offered * blocking) / (agent + offered * blocking);
  const busy = offered / agents;
  return blocking / (1 - busy + busy * blocking);
}
