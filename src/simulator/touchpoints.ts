import type { Company } from './company.ts';

interface Touchpoint {
  readonly id: string;
  readonly name: string;
  readonly phase: string;
  readonly department: string;
  readonly indirect: boolean;
  readonly perYear: number;
}

const point = (
  id: string,
  name: string,
  phase: string,
  department: string,
  perYear: number,
  indirect = false,
): Touchpoint => ({
  id,
  name,
  phase,
  department,
  perYear,
  indirect,
});

/** Twenty-four places where customers meet the company, named as a company names them. */
export const TOUCHPOINTS: readonly Touchpoint[] = [
  point('advert', 'Werbeanzeige', 'before', 'Marketing', 40_000, true),
  point('portal', 'Vergleichsportal', 'before', 'Vertrieb', 30_000, true),
  point('review-site', 'Bewertungsportal', 'before', 'Marketing', 12_000, true),
  point('website', 'Website', 'before', 'Marketing', 90_000),
  point('sales-line', 'Bestellhotline', 'purchase', 'Vertrieb', 15_000),
  point('shop', 'Kundencenter', 'purchase', 'Vertrieb', 6_000),
  point('signature', 'Vertragsabschluss', 'purchase', 'Vertrieb', 9_000),
  point('welcome-letter', 'Begrüßungsschreiben', 'after', 'Kundenservice', 9_000),
  point('hotline', 'Servicehotline', 'after', 'Kundenservice', 60_000),
  point('chat', 'Chat', 'after', 'Kundenservice', 14_000),
  point('mailbox', 'Schriftliche Anfrage', 'after', 'Kundenservice', 22_000),
  point('portal-login', 'Kundenkonto', 'after', 'IT', 80_000),
  point('app', 'App', 'after', 'IT', 70_000),
  point('invoice', 'Rechnung', 'after', 'Abrechnung', 120_000),
  point('reminder', 'Mahnung', 'after', 'Abrechnung', 4_000),
  point('price-letter', 'Preisanpassungsschreiben', 'after', 'Produktmanagement', 40_000),
  point('claim', 'Schaden- und Störungsbearbeitung', 'after', 'Schadenservice', 7_000),
  point('moving', 'Umzugsservice', 'after', 'Kundenservice', 5_000),
  point('newsletter', 'Newsletter', 'after', 'Marketing', 100_000),
  point('thank-you', 'Dankeschön-Aktion', 'after', 'Marketing', 5_000),
  point('saving-tip', 'Spartipp', 'after', 'Kundenservice', 8_000),
  point('check-in', 'Betreuungsgespräch', 'after', 'Innendienst', 14_000),
  point('cancellation', 'Kündigungsprozess', 'end', 'Kundenservice', 4_000),
  point('win-back', 'Rückgewinnung', 'end', 'Vertrieb', 2_000),
];

export function writeTouchpoints({ rows }: Company): void {
  for (const { id, name, phase, department, perYear, indirect } of TOUCHPOINTS) {
    rows('touchpoint', {
      touchpoint_id: id,
      name,
      phase,
      directness: indirect ? 'indirect' : 'direct',
      owner_dept: department,
      frequency_per_year: perYear,
    });
  }
}
