import { byText } from '#domain/by-text.ts';
import { benjaminiHochberg } from '#statistics/intervals/benjamini-hochberg.ts';
import { type Account, accountOf } from './account.ts';
import { type Keep, type Layout, layoutOf, type Stays, staysOf, supportedMonths, totalOf } from './groups.ts';
import { type LeavingRatio, leavingRatio } from './leaving.ts';
import { type Rejoin, rejoinShare } from './rejoin.ts';
import { type Scene, sceneOf } from './scene.ts';
import type { BaitInput } from './settings.ts';

/** One offer, or several told together. */
export interface Offer {
  /** '' stands for all offers together. */
  readonly name: string;
  readonly wins: number;
  readonly internal: number;
  readonly rejoined: number;
  readonly newcomers: number;
  readonly keyed: number;
  readonly recent: number;
  readonly supported: number;
  readonly stays: Stays;
  readonly leaving: LeavingRatio | null;
  /** Clearly faster than the ratio that matters, after Benjamini-Hochberg over the offers. */
  readonly flagged: boolean;
  /** null: too few newcomers whose past would be on record. */
  readonly rejoin: Rejoin | null;
  readonly account: Account | null;
}

export interface Measured {
  readonly input: BaitInput;
  readonly scene: Scene;
  readonly all: Offer;
  /** Offers with enough contracts and time, the largest first. */
  readonly offers: readonly Offer[];
  readonly others: Stays;
  readonly othersSupported: number;
  readonly incentiveKnown: boolean;
}

function offerOf(input: BaitInput, layout: Layout, scene: Scene, name: string): Offer {
  const { cells, settings, audit } = input;
  const keep: Keep = name === '' ? (group) => group !== '' : (group) => group === name;
  const total = (sum: string) => totalOf(layout, cells.stays.total, sum, keep);
  const stays = staysOf(layout, cells.stays.total, keep);
  const supported = supportedMonths(stays, settings.minimumAtRisk);
  const none = supportedMonths(
    staysOf(layout, cells.stays.total, (group) => group === ''),
    settings.minimumAtRisk,
  );
  const newcomers = total('observable');
  const rejoined = total('affected');
  const keyed = total('keyed');
  const months = Math.min(audit.horizonMonths, supported, none);
  const monthlyDiscount = (1 + audit.discountRate) ** (1 / 12) - 1;
  const knowsTerms = total('with_worth') > 0 || scene.costPerNewcomer !== null;
  return {
    name,
    wins: total('wins'),
    internal: total('internal'),
    rejoined,
    newcomers,
    keyed,
    recent: total('recent'),
    supported,
    stays,
    leaving: leavingRatio(cells.rates, keep, settings),
    flagged: false,
    rejoin:
      newcomers >= settings.minimumAdds
        ? rejoinShare({ newcomers, rejoined, keyed, leaversKeyed: scene.leaversKeyed })
        : null,
    account:
      knowsTerms && months >= settings.minimumFollowUpMonths
        ? accountOf(cells.stays, layout, keep, { scene, months, monthlyDiscount })
        : null,
  };
}

/** All that the verdict rests on. */
export function measure(input: BaitInput): Measured {
  const { cells, settings } = input;
  const scene = sceneOf(input);
  const layout = layoutOf(cells.stays);
  const all = offerOf(input, layout, scene, '');
  const enough = layout.groups.filter(
    (name) =>
      name !== '' && totalOf(layout, cells.stays.total, 'wins', (group) => group === name) >= settings.minimumAdds,
  );
  const found = enough
    .map((name) => offerOf(input, layout, scene, name))
    .filter((offer) => offer.supported >= settings.minimumFollowUpMonths)
    .sort((a, b) => b.wins - a.wins || byText(a.name, b.name));
  const tested = found.flatMap(({ leaving }) => (leaving === null ? [] : [leaving.chance]));
  const flagged = tested.length === 0 ? [] : benjaminiHochberg(tested, { falseDiscoveryRate: 0.025 }).flagged;
  let next = 0;
  const offers = found.map((offer) =>
    offer.leaving === null ? offer : { ...offer, flagged: flagged[next++] ?? false },
  );
  const others = staysOf(layout, cells.stays.total, (group) => group === '');
  return {
    input,
    scene,
    all,
    offers,
    others,
    othersSupported: supportedMonths(others, settings.minimumAtRisk),
    incentiveKnown: totalOf(layout, cells.stays.total, 'with_worth', (group) => group !== '') > 0,
  };
}
