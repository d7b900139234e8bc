import { instrumentalVariable } from '#statistics/comparison/instrumental-variable.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { wilsonInterval } from '#statistics/intervals/wilson-interval.ts';
import { poissonRegression } from '#statistics/regression/poisson-regression.ts';
import type { Cells } from '../cells.ts';
import type { NagPremiumSettings } from './settings.ts';

/** What happens after an ask. */
export interface AskingAgain {
  readonly followed: number;
  /** Rate of asking again after a granted ask over that after a refused one, at equal number of the ask; null: too few. */
  readonly ratio: Estimate | null;
  /** Share asking again within a year that a grant adds, by the leniency of teams; null: too few, or teams too much alike. */
  readonly byTeam: Estimate | null;
  /** Strength of the teams' leniency; null where it was not tried. */
  readonly teamF: number | null;
  readonly saveRate: Estimate | null;
  readonly leftAfterSave: Estimate | null;
}

interface Row {
  readonly ask: number;
  readonly granted: number;
  readonly leniency: number;
  readonly again: number;
  readonly sums: Readonly<Record<string, number>>;
}

function rowsOf(cells: Cells): readonly Row[] {
  return cells.tuples.map(([ask, granted, leniency, again], i) => ({
    ask: Number(ask),
    granted: Number(granted),
    leniency: Number(leniency),
    again: Number(again),
    sums: Object.fromEntries(cells.sumNames.map((name, s) => [name, cells.total[i * cells.sums + s] ?? 0])),
  }));
}

const total = (rows: readonly Row[], name: string) => rows.reduce((sum, { sums }) => sum + (sums[name] ?? 0), 0);
const indicators = (rows: readonly Row[]) => [
  rows.map(() => 1),
  rows.map(({ ask }) => (ask === 2 ? 1 : 0)),
  rows.map(({ ask }) => (ask >= 3 ? 1 : 0)),
];

function ratioOf(rows: readonly Row[], settings: NagPremiumSettings): Estimate | null {
  const eventsOf = (granted: number) =>
    total(
      rows.filter((row) => row.granted === granted),
      'again',
    );
  if (total(rows, 'count') < settings.minimumRepeat || Math.min(eventsOf(0), eventsOf(1)) < 10) return null;
  const fit = poissonRegression({
    names: ['all', 'second ask', 'third ask', 'granted'],
    columns: [...indicators(rows), rows.map(({ granted }) => granted)],
    events: rows.map(({ sums }) => sums['again'] ?? 0),
    exposure: rows.map(({ sums }) => sums['years'] ?? 0),
    offset: null,
    cluster: null,
  });
  const found = fit.coefficients[3]?.estimate;
  if (found === undefined || !fit.diagnostics.converged) return null;
  return { value: Math.exp(found.value), low: Math.exp(found.low), high: Math.exp(found.high), level: found.level };
}

function byTeamOf(all: readonly Row[], settings: NagPremiumSettings) {
  const rows = all.filter(({ leniency, again }) => leniency >= 0 && again >= 0);
  const grants = new Set(rows.map(({ granted }) => granted));
  const levels = new Set(rows.map(({ leniency }) => leniency));
  if (total(rows, 'count') < settings.minimumRepeat || levels.size < 3 || grants.size < 2) return null;
  return instrumentalVariable({
    response: rows.map(({ again }) => again),
    exposure: rows.map(({ granted }) => granted),
    instruments: [rows.map(({ leniency }) => leniency)],
    columns: indicators(rows),
    counts: rows.map(({ sums }) => sums['count'] ?? 0),
    cluster: null,
  });
}

function shareOf(successes: number, trials: number): Estimate | null {
  return trials >= 30 ? wilsonInterval({ successes, trials }) : null;
}

/** Does a granted ask invite the next one? Plainly, at equal number of the ask, and by how lenient the team is to other customers. */
export function askingAgain(cells: Cells, settings: NagPremiumSettings): AskingAgain {
  const rows = rowsOf(cells);
  const teams = byTeamOf(rows, settings);
  const [saved, lost] = [total(rows, 'saved'), total(rows, 'lost')];
  return {
    followed: total(rows, 'count'),
    ratio: ratioOf(rows, settings),
    byTeam: teams === null || teams.weak ? null : teams.weakRobust,
    teamF: teams === null ? null : teams.firstStageF,
    saveRate: lost > 0 ? shareOf(saved, saved + lost) : null,
    leftAfterSave: shareOf(total(rows, 'saveLeft'), total(rows, 'saveFollowed')),
  };
}
