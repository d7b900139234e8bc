import type { Answer, ReportView } from '../../answer/view.ts';
import type { PresentedCheck } from '../../parts/report-shape.ts';

export const MONEY_KINDS = ['transfer', 'loss', 'atRisk', 'recoverable'] as const;
type MoneyKind = (typeof MONEY_KINDS)[number];
type Line = PresentedCheck['money'][number];

interface MoneyView {
  readonly report: Pick<ReportView['report'], 'checks'>;
  readonly spoken: Pick<ReportView['spoken'], 'checks'>;
}

export interface MoneyRow {
  readonly answer: Answer;
  readonly amounts: Readonly<Record<MoneyKind, Line | null>>;
}

/** The four kinds of money of one answer, each in words or null. Words are there for known amounts only, in the order of the kinds. */
function moneyByKind({ check, spoken }: Answer): Readonly<Record<MoneyKind, Line | null>> {
  const known = MONEY_KINDS.filter((kind) => check.money[kind] !== null);
  const line = (kind: MoneyKind) => (known.includes(kind) ? (spoken.money[known.indexOf(kind)] ?? null) : null);
  return {
    transfer: line('transfer'),
    loss: line('loss'),
    atRisk: line('atRisk'),
    recoverable: line('recoverable'),
  };
}

/** Every answer of the report with an amount, in the order of the report; nothing is added up. */
export function moneyRows({ report, spoken }: MoneyView): readonly MoneyRow[] {
  return report.checks.flatMap((check) => {
    const words = spoken.checks.find(({ id, reference }) => id === check.id && reference === check.reference);
    if (words === undefined || words.money.length === 0) return [];
    const answer = { check, spoken: words };
    return [{ answer, amounts: moneyByKind(answer) }];
  });
}
