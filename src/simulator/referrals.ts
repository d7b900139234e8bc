import type { Block } from './block.ts';
import { isoDay, isoInstant, lastDayOf } from './calendar.ts';
import type { Company } from './company.ts';
import { member } from './draws.ts';
import { nextId, type Party } from './party.ts';
import { force } from './planted.ts';

const INVITATIONS_PER_YEAR = 0.032;
const INVITATIONS_PER_ATTACHMENT = 0.6;
const CANDIDATES = 3;
const REFERRER_KNOWN = 0.8;
const SOURCE_TYPE = {
  portal: 'portal',
  bait: 'ad',
  organic: 'ad',
  recommendation: 'recommendation',
  winback: 'ad',
} as const;

/** Recommendations that led nowhere: they are deeds all the same. */
export function recommendInVain({ streams, rows, tally }: Company, party: Party, month: number): void {
  const chance = (INVITATIONS_PER_YEAR / 12) * Math.exp(INVITATIONS_PER_ATTACHMENT * party.traits.attachment);
  if (!streams.referrals.chance(chance, party.number, month, 8)) return;
  party.referrals += 1;
  tally.add('invitations in vain');
  rows('referral', {
    referred_customer_id: nextId(party, 'Z'),
    at: isoInstant(lastDayOf(month), 39_600),
    referrer_customer_id: party.id,
    source_type: 'recommendation',
    asked: streams.referrals.chance(0.3, party.number, month, 9),
    reward: null,
    converted: false,
  });
}

/** How a newcomer says he came; a recommendation goes unrecorded more often than an advert. */
export function refer(company: Company, block: Block, party: Party): void {
  const {
    streams,
    planted: { G19 },
    rows,
    tally,
    world,
  } = company;
  const recommended = party.source === 'recommendation';
  const usual =
    (G19.unknownSource - world.sourceMix.recommendation * G19.unknownIfReferred) / (1 - world.sourceMix.recommendation);
  const hidden = force(G19) > 0 && recommended ? G19.unknownIfReferred : usual;
  const unknown = streams.referrals.chance(force(G19) > 0 ? hidden : G19.unknownSource, party.number, 0);
  const referrer = recommended ? findReferrer(company, block, party) : null;
  tally.add(`newcomers ${recommended ? 'recommended' : 'otherwise'}`);
  if (unknown) tally.add('newcomers of unknown source');
  const known = referrer !== null && !unknown && streams.referrals.chance(REFERRER_KNOWN, party.number, 0, 1);
  const at = isoInstant(party.startDay, 39_600);
  rows('referral', {
    referred_customer_id: party.id,
    at,
    referrer_customer_id: known ? referrer.id : null,
    source_type: unknown ? 'unknown' : SOURCE_TYPE[party.source],
    asked: streams.referrals.chance(0.7, party.number, 0, 2),
    reward: known && streams.referrals.chance(0.4, party.number, 0, 3) ? '25.00' : null,
    converted: true,
  });
  if (recommended) tally.add('invitations that worked');
  if (!known) return;
  referrer.referrals += 1;
  rows('tie', {
    customer_id_a: referrer.id,
    customer_id_b: party.id,
    kind: 'referral',
    strength: '0.8',
    from: isoDay(party.startDay),
    to: null,
  });
}

/** The most attached of a few neighbours who are already customers. */
function findReferrer({ streams }: Company, { parties }: Block, party: Party): Party | null {
  let best: Party | null = null;
  for (let draw = 0; draw < CANDIDATES; draw++) {
    const other = member(parties, streams.referrals.integer(parties.length, party.number, 1, draw));
    if (other === party || other.status !== 'active') continue;
    if (best === null || other.traits.attachment > best.traits.attachment) best = other;
  }
  return best;
}
