import type { Planted, Source } from './planted.ts';

export type WorldId = 'A' | 'B' | 'C' | 'D';

/** A line of business; the newest generation is the one that newcomers can buy. */
export interface Line {
  readonly id: string;
  readonly generations: readonly string[];
  /** Price of risk class 0 at market index 1, cents a year. */
  readonly baseCents: number;
  /** Consumption or size of a customer of volume 1, and its decimals. */
  readonly volume: number;
  readonly riskPrefix: string;
  /** Weight among first contracts. */
  readonly weight: number;
  readonly invoicesPerYear: number;
  /** Months after which the contract expires and must be bought again; null: renews by itself. */
  readonly fixedMonths: number | null;
  /** Claims or faults per contract and year. */
  readonly claimsPerYear: number;
}

interface StaffPlan {
  readonly acquisitionTeams: number;
  readonly careTeams: number;
  /** Care teams of four: too few people to be shown. */
  readonly tinyTeams: number;
  readonly teamSize: readonly [number, number];
  readonly careNames: readonly string[];
  readonly acquisitionNames: readonly string[];
  /** Yearly pay of an acquisition employee, cents. */
  readonly payCents: number;
}

/** Monthly logit of a voluntary exit before exposures. */
interface ExitModel {
  readonly intercept: number;
  /** Added in the month of a renewal. */
  readonly renewal: number;
  /** Added until the first term is nearly over. */
  readonly firstTerm: number;
  /** Added per tenure year from a first to a last one. */
  readonly perTenureYear: number;
  readonly firstTenureYear: number;
  readonly lastTenureYear: number;
  readonly attachment: number;
  readonly attention: number;
  readonly homophily: number;
  readonly calendar: number;
  readonly involuntaryPerYear: number;
}

export interface World {
  readonly id: WorldId;
  readonly name: string;
  readonly industry: string;
  readonly party: 'consumer' | 'business';
  /** Parties at full size. */
  readonly customers: number;
  readonly years: number;
  readonly communities: number;
  readonly lines: readonly Line[];
  readonly regions: readonly string[];
  /** Price level of each index year (July to June), the last one ending at the as-of date. */
  readonly marketIndex: readonly number[];
  readonly hasNewcomerPrices: boolean;
  readonly openingShare: number;
  readonly sourceMix: Readonly<Record<Source, number>>;
  /** Sources of those who were customers before the books open: the ones who stay are not the ones who came. */
  readonly openingMix: Readonly<Record<Source, number>>;
  readonly sourceChannel: Readonly<Record<Source, string>>;
  readonly channelFactor: Readonly<Record<string, number>>;
  readonly exit: ExitModel;
  readonly callsPerYear: number;
  readonly casesPerYear: number;
  readonly crossSellPerYear: number;
  readonly switchPerYear: number;
  readonly surveyShare: number;
  /** Mean level 0..10 of the four loyalties: company, offers, people, networks. */
  readonly loyalties: readonly [number, number, number, number];
  readonly staff: StaffPlan;
  readonly campaignNames: readonly string[];
  readonly planted: Planted;
}
