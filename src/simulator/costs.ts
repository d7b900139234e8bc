import { yearOfMonth } from './calendar.ts';
import { AS_OF_MONTH, type Company } from './company.ts';
import { member } from './draws.ts';
import { force } from './planted.ts';
import { euros } from './rows.ts';

/** Spend of a month per thousand parties of the company, cents. */
const MONTHLY_PER_THOUSAND = 1_100_000;
/** How winning and keeping split up; each column sums to 1. */
const ACQUISITION = { media: 0.34, 'sales pay and commission': 0.31, bonuses: 0.22, 'portal fees': 0.13 } as const;
const RETENTION = { 'care staff': 0.7, 'loyalty benefits': 0.18, 'training of carers': 0.12 } as const;
const SAVE_SHARE = 0.2;

/** Cost lines of the books, exact to the cent: acquisition against keeping, saving shown apart but counted as keeping. */
export function writeCosts(company: Company): void {
  for (let month = company.firstMonth; month <= AS_OF_MONTH; month++) writeMonth(company, month);
}

function writeMonth(company: Company, month: number): void {
  const {
    planted: { G12 },
    customers,
    world,
  } = company;
  const acquisitionShare = force(G12) > 0 ? G12.acquisitionShare : G12.neutralAcquisitionShare;
  const total = Math.round((MONTHLY_PER_THOUSAND * customers * world.lines.length) / 3000);
  const season = 1 + 0.2 * (month % 12 === 3 || month % 12 === 8 ? 1 : 0);
  const acquisition = Math.round(total * season * acquisitionShare);
  const keeping = Math.round(total * season) - acquisition;
  const save = Math.round(keeping * SAVE_SHARE);
  split(company, month, 'acquisition', acquisition, ACQUISITION);
  split(company, month, 'save', save, { 'save concessions': 1 });
  split(company, month, 'retention', keeping - save, RETENTION);
}

/** The last key takes the rest, so that the lines sum exactly. */
function split(
  company: Company,
  month: number,
  purpose: string,
  cents: number,
  keys: Readonly<Record<string, number>>,
): void {
  const period = `${yearOfMonth(month)}-${`${(month % 12) + 1}`.padStart(2, '0')}`;
  const names = Object.keys(keys);
  let left = cents;
  for (const [index, name] of names.entries()) {
    const part = index === names.length - 1 ? left : Math.round(cents * (keys[name] ?? 0));
    left -= part;
    company.rows('cost', {
      period,
      amount: euros(part),
      purpose,
      line: member(company.world.lines, 0).id,
      allocation_key: name,
    });
    company.tally.add(`cost ${purpose}`, part);
  }
}
