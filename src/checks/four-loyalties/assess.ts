import { LOYALTIES, type LoyaltyName } from '#facts/loyalty-answer.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { type Cells, sumOf } from '../cells.ts';
import type { AssessInput } from '../check.ts';
import { type Detail, inconclusive, NO_MONEY, type Note, quantity, type Verdict, verdict } from '../verdict.ts';
import { type Answers, answersOf, outcomeOf } from './judge.ts';
import { behaviourOf, type Levels, levelOfOne, levelsOf, reliabilities } from './levels.ts';
import { effectOfEach, type Link, weakestLink } from './link.ts';
import { lossPerTenPoints } from './loss.ts';
import { attitudeDetails, behaviourDetails, detail, leavingChart, levelChart, segmentStrata } from './parts.ts';
import type { LoyaltiesSettings } from './settings.ts';

export type Input = AssessInput<
  LoyaltiesSettings,
  'levels' | 'link' | 'dimensions' | 'states' | 'patterns' | 'behaviour' | 'worth'
>;

const note = (id: string, values: Note['values'] = {}): Note => ({ id, values });

interface Known {
  readonly respondents: number;
  readonly complete: number;
  /** Loyalties with enough answers and a scale that holds together. */
  readonly usable: readonly LoyaltyName[];
  readonly unreliable: readonly LoyaltyName[];
  readonly reliability: ReadonlyMap<LoyaltyName, Estimate>;
}

function knownOf({ cells, settings }: Input): Known {
  const reliability = reliabilities(cells.patterns);
  const unreliable = LOYALTIES.filter((name) => (reliability.get(name)?.value ?? 1) < settings.minimumAlpha);
  const answered = LOYALTIES.filter((name) => sumOf(cells.levels, `known_${name}`) >= settings.minimumRespondents);
  return {
    respondents: sumOf(cells.levels, 'respondents'),
    complete: sumOf(cells.levels, 'complete'),
    usable: answered.filter((name) => !unreliable.includes(name)),
    unreliable,
    reliability,
  };
}

const inState = (cells: Cells, state: string) => sumOf(cells, 'answers', ([own]) => own === state);

function baseOf({ cells }: Input, known: Known, details: readonly Detail[]): Partial<Verdict> {
  const of = (state: string) => inState(cells.states, state);
  return {
    details,
    counts: {
      respondents: known.respondents,
      complete: known.complete,
      followed: of('left') + of('stayed'),
      exits: of('left'),
      behaviour: sumOf(cells.behaviour, 'customers'),
    },
    excluded: {
      open: of('open'),
      locked: of('locked'),
      otherwise: of('otherwise'),
      gone: of('gone'),
      unknown: of('unknown'),
    },
  };
}

/** What can be said without the four answers of enough people: the known levels and the behaviour, but no judgement. */
function withoutAttitudes(input: Input, known: Known, details: readonly Detail[]): Verdict {
  const { cells, settings, audit } = input;
  const levels = known.usable.flatMap((name) => detail(`level_${name}`, levelOfOne(cells.levels, name), 'points'));
  const missing = LOYALTIES.filter((name) => !known.usable.includes(name));
  const base = baseOf(input, known, [...levels, ...details]);
  const customers = sumOf(cells.behaviour, 'customers');
  const values = { asOf: audit.asOf, needed: settings.minimumRespondents, found: known.complete };
  if (known.respondents === 0 && customers === 0) {
    const sharpen = 'survey.item';
    return verdict({ outcome: 'notApplicable', reason: note('missingColumns', { columns: sharpen }), sharpen });
  }
  if (known.respondents === 0 && customers < settings.minimumBehaviour)
    return inconclusive(
      'fewCustomers',
      { asOf: audit.asOf, needed: settings.minimumBehaviour, found: customers },
      base,
    );
  const graded = { ...base, grade: 'C' as const, caveats: [note('behaviourOnly'), note('noMoney')] };
  if (known.respondents === 0) return inconclusive('noAnswers', values, graded);
  if (missing.length > 0) {
    const unreliable = known.unreliable.join(',');
    return inconclusive('missingLoyalties', { ...values, missing: missing.join(','), unreliable }, graded);
  }
  return inconclusive('fewComplete', values, graded);
}

function caveatsOf(input: Input, known: Known, { personLead }: Levels, link: Link | null): Note[] {
  const { cells, audit } = input;
  const single = LOYALTIES.filter((name) => !known.reliability.has(name));
  const lead = personLead.low > 0 ? 'personStrongest' : 'personNotStrongest';
  return [
    note(personLead.low <= 0 && personLead.high >= 0 ? 'personOpen' : lead, { value: personLead.value }),
    ...(single.length > 0 ? [note('singleItems', { loyalties: single.join(',') })] : []),
    ...(link === null ? [] : [note('oneSource')]),
    note('whoAnswers', { months: audit.windowMonths }),
    ...(inState(cells.states, 'locked') > 0 ? [note('lockedOut', { count: inState(cells.states, 'locked') })] : []),
  ];
}

function reasonOf(answers: Answers, followed: number, exits: number, { settings, audit }: Input): Note {
  if (exits < settings.minimumExits)
    return note('fewExits', { asOf: audit.asOf, needed: settings.minimumExits, found: exits, followed });
  return note('undecided', { asOf: audit.asOf, lag: answers.lag, link: answers.link });
}

/** Pure: sums of answers and of behaviour in, one verdict on the four loyalties out. */
export function assessLoyalties(input: Input): readonly Verdict[] {
  const { cells, settings, audit } = input;
  const known = knownOf(input);
  const behaviour = behaviourDetails(behaviourOf(cells.behaviour));
  const levels = levelsOf(cells.levels);
  if (levels === null || known.complete < settings.minimumRespondents || known.usable.length < LOYALTIES.length)
    return [withoutAttitudes(input, known, behaviour)];
  const exits = inState(cells.states, 'left');
  const tested = exits >= settings.minimumExits;
  const link = tested ? weakestLink(cells.link) : null;
  const each = tested ? effectOfEach(cells.dimensions) : null;
  const answers = answersOf(levels, link, settings);
  const outcome = outcomeOf(answers);
  const { loss, notes } = lossPerTenPoints(input, outcome, levels);
  const followed = exits + inState(cells.states, 'stayed');
  const values = {
    asOf: audit.asOf,
    weakest: levels.weakest,
    lag: answers.lag,
    link: answers.link,
    listedLag: settings.listedLag,
  };
  return [
    verdict({
      ...baseOf(input, known, [...attitudeDetails(levels, link, each, known.reliability), ...behaviour]),
      outcome,
      grade: 'C',
      effect: quantity(levels.lag, 'points'),
      strata: segmentStrata(cells.levels, answers.link === 'finding', settings),
      affected: sumOf(cells.levels, 'listed'),
      adjustedFor: link === null ? [] : ['survey.value', 'contract.start_date', 'contract.product_id'],
      money: { ...NO_MONEY, loss },
      caveats: [...caveatsOf(input, known, levels, link), ...notes],
      reason: outcome === 'inconclusive' ? reasonOf(answers, followed, exits, input) : null,
      overturn: note('overturn', values),
      charts: tested ? [levelChart(levels), leavingChart(cells.link)] : [levelChart(levels)],
    }),
  ];
}
