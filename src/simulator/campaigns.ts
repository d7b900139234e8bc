import { firstDayOf, isoDay, lastDayOf, yearOfMonth } from './calendar.ts';
import { AS_OF_MONTH, type Company } from './company.ts';
import { member } from './draws.ts';
import { euros } from './rows.ts';
import type { World } from './world.ts';

/** Twice a year, two months long, in two fifths of the regions, which rotate. */
export interface Campaign {
  /** Name and year, as the company calls it. */
  readonly id: string;
  readonly firstMonth: number;
  readonly lastMonth: number;
  readonly bonusCents: number;
  readonly regions: readonly number[];
}

export const PORTAL_OFFER = 'Portalrabatt';
const CAMPAIGN_STARTS = [2, 9];
const CAMPAIGN_MONTHS = 2;

/** Campaigns start in September and April, so that one has just run when the books close in June. */
export function planCampaigns(world: World, firstMonth: number): readonly Campaign[] {
  const size = Math.round(world.regions.length * world.planted.G2.regionsShare);
  const campaigns: Campaign[] = [];
  for (let year = 0; year < world.years; year++) {
    for (const start of CAMPAIGN_STARTS) {
      const number = campaigns.length;
      const month = firstMonth + 12 * year + start;
      campaigns.push({
        id: `${member(world.campaignNames, number % world.campaignNames.length)} ${yearOfMonth(month)}`,
        firstMonth: month,
        lastMonth: month + CAMPAIGN_MONTHS - 1,
        bonusCents: member(world.planted.G2.bonusCents, number % world.planted.G2.bonusCents.length),
        regions: Array.from({ length: size }, (_, i) => (number * size + i) % world.regions.length),
      });
    }
  }
  return campaigns;
}

/** The campaign that runs in a region in a month. */
export function campaignIn(campaigns: readonly Campaign[], region: number, month: number): Campaign | null {
  return campaigns.find((c) => c.firstMonth <= month && month <= c.lastMonth && c.regions.includes(region)) ?? null;
}

export function campaignCalendar(
  world: World,
  campaigns: readonly Campaign[],
  firstMonth: number,
): readonly Uint8Array[] {
  const months = Array.from({ length: 12 * world.years }, (_, index) => firstMonth + index);
  return world.regions.map((_, region) =>
    Uint8Array.from(months, (month) => (campaignIn(campaigns, region, month) === null ? 0 : 1)),
  );
}

export function writeOffers(company: Company): void {
  const { world, planted, campaigns, rows, firstMonth } = company;
  const newOnly = planted.G2.on;
  const shared = {
    audience: newOnly ? 'new' : 'all',
    newcomer_definition: newOnly ? planted.G2.newcomerMonths : null,
    reachable_for_existing: newOnly ? 'never' : 'now',
  };
  for (const campaign of campaigns) {
    const regions = campaign.regions.map((region) => member(world.regions, region));
    const value = newOnly ? campaign.bonusCents : 2_000;
    rows('offer', {
      ...shared,
      offer_id: campaign.id,
      valid_from: isoDay(firstDayOf(campaign.firstMonth)),
      valid_to: isoDay(lastDayOf(campaign.lastMonth)),
      kind: 'bonus',
      value: euros(value),
      term_months: 12,
      eligibility: JSON.stringify({ region: regions }),
      regions: regions.join(' '),
      budget: euros(Math.round((company.customers * 0.25) / campaigns.length) * value),
    });
  }
  if (!world.hasNewcomerPrices) return;
  rows('offer', {
    ...shared,
    offer_id: PORTAL_OFFER,
    valid_from: isoDay(firstDayOf(firstMonth)),
    valid_to: isoDay(lastDayOf(AS_OF_MONTH + 6)),
    kind: 'discount',
    value: euros(newOnly ? Math.round(member(world.lines, 0).baseCents * planted.G2.introDiscount) : 0),
    term_months: planted.G2.introMonths,
    eligibility: JSON.stringify({ channel: [world.sourceChannel.portal] }),
    regions: world.regions.join(' '),
    budget: null,
  });
}
