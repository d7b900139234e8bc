import type { AuditSettings } from '#domain/audit-settings.ts';
import type { Exposure } from '#domain/exposure.ts';
import type { ReportCheck } from './report.ts';

interface Interval {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly level: number;
}

/** One exposure of the joint model, looked at alone: exits of a year that go with it and what left with them. */
export interface AlonePart {
  readonly exposure: Exposure;
  readonly exits: Interval;
  /** null where no value of a customer is known. */
  readonly money: Interval | null;
}

/** Checks whose finding is one of the exposures. They look at what was done to customers; who left over it only the joint model knows. */
const LOSS_OF: Readonly<Record<string, Exposure>> = {
  'loyalty-penalty': 'price_gap',
  'wait-gap': 'long_wait',
  'contact-drought': 'drought',
  'unresolved-cases': 'unresolved_case',
};

/** Checks that ask what campaigns for newcomers do to those who are there: the back door. */
const BACK_DOOR: readonly string[] = ['bait-offer', 'customer-carousel'];

const side = (value: number | null) => value ?? 0;

/** The loss of a finding, where the interval of its exits is clear of zero and enough people stand behind it. */
function withLoss(check: ReportCheck, part: AlonePart, { minimumMoneyUnits }: AuditSettings): ReportCheck {
  const { exits, money } = part;
  if (check.outcome !== 'finding' || check.money.loss !== null || money === null) return check;
  if (!(exits.low !== null && exits.low > 0 && exits.value >= minimumMoneyUnits)) return check;
  const values = { exits: exits.value, low: side(exits.low), high: side(exits.high) };
  return {
    ...check,
    money: { ...check.money, loss: { ...money } },
    caveats: [...check.caveats.filter(({ id }) => id !== 'noMoney'), { id: 'lossAlone', values }],
  };
}

/** Exits by the back door beside the check's other figures, whatever they are; they are added to no amount. */
function withBackDoor(check: ReportCheck, { exits, money }: AlonePart, audit: AuditSettings): ReportCheck {
  if (check.effect === null) return check;
  const told = exits.low !== null && exits.low > 0 && exits.value >= audit.minimumMoneyUnits;
  return {
    ...check,
    details: [
      ...check.details,
      { key: 'backDoorExits', quantity: { ...exits, unit: 'count' } },
      ...(told && money !== null ? [{ key: 'backDoorValue', quantity: { ...money, unit: 'money' as const } }] : []),
    ],
    caveats: [...check.caveats.filter(({ id }) => id !== 'backDoor'), { id: 'backDoorAlone', values: {} }],
  };
}

/**
 * Puts what the joint model says of one exposure alone beside the finding that is about it. Alone means overlapping: these amounts may never
 * be added to one another; the total is the joint one. Pure; checks of which the model says nothing come back as they are.
 */
export function withJointLosses(
  checks: readonly ReportCheck[],
  alone: readonly AlonePart[],
  audit: AuditSettings,
): readonly ReportCheck[] {
  const partOf = (exposure: Exposure | undefined) => alone.find((part) => part.exposure === exposure);
  const taken = new Set<string>();
  return checks.map((check) => {
    const part = partOf(LOSS_OF[check.id]);
    // A question asked against several references loses its customers once.
    if (part !== undefined && !taken.has(check.id)) {
      const found = withLoss(check, part, audit);
      if (found !== check) taken.add(check.id);
      return found;
    }
    const door = BACK_DOOR.includes(check.id) ? partOf('new_only_offer') : undefined;
    return door === undefined ? check : withBackDoor(check, door, audit);
  });
}
