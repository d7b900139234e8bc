import type { Company } from './company.ts';
import { decimal } from './rows.ts';

interface Touchpoint {
  readonly id: string;
  readonly name: string;
  readonly phase: string;
  readonly department: string;
  readonly indirect: boolean;
  /** How often a customer meets it in a year. */
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
  point('advert', 'Werbeanzeige', 'before', 'Marketing', 12, true),
  point('portal', 'Vergleichsportal', 'before', 'Vertrieb', 0.4, true),
  point('review-site', 'Bewertungsportal', 'before', 'Marketing', 0.2, true),
  point('website', 'Website', 'before', 'Marketing', 6),
  point('sales-line', 'Bestellhotline', 'purchase', 'Vertrieb', 0.3),
  point('shop', 'Kundencenter', 'purchase', 'Vertrieb', 0.15),
  point('signature', 'Vertragsabschluss', 'purchase', 'Vertrieb', 0.2),
  point('welcome-letter', 'Begrüßungsschreiben', 'after', 'Kundenservice', 0.2),
  point('hotline', 'Servicehotline', 'after', 'Kundenservice', 1.6),
  point('chat', 'Chat', 'after', 'Kundenservice', 0.3),
  point('mailbox', 'Schriftliche Anfrage', 'after', 'Kundenservice', 0.1),
  point('portal-login', 'Kundenkonto', 'after', 'IT', 4),
  point('app', 'App', 'after', 'IT', 9),
  point('invoice', 'Rechnung', 'after', 'Abrechnung', 2.5),
  point('reminder', 'Mahnung', 'after', 'Abrechnung', 0.05),
  point('price-letter', 'Preisanpassungsschreiben', 'after', 'Produktmanagement', 0.7),
  point('claim', 'Schaden- und Störungsbearbeitung', 'after', 'Schadenservice', 0.1),
  point('moving', 'Umzugsservice', 'after', 'Kundenservice', 0.06),
  point('newsletter', 'Newsletter', 'after', 'Marketing', 12),
  point('thank-you', 'Dankeschön-Aktion', 'after', 'Marketing', 0.35),
  point('saving-tip', 'Spartipp', 'after', 'Kundenservice', 0.3),
  point('check-in', 'Betreuungsgespräch', 'after', 'Innendienst', 0.5),
  point('cancellation', 'Kündigungsprozess', 'end', 'Kundenservice', 0.12),
  point('win-back', 'Rückgewinnung', 'end', 'Vertrieb', 0.03),
];

export function writeTouchpoints({ rows }: Company): void {
  for (const { id, name, phase, department, perYear, indirect } of TOUCHPOINTS) {
    rows('touchpoint', {
      touchpoint_id: id,
      name,
      phase,
      directness: indirect ? 'indirect' : 'direct',
      owner_dept: department,
      frequency_per_year: decimal(perYear, 2),
    });
  }
}
