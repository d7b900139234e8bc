import { renewalPriceFact } from './renewal-price.ts';
import type { RulePack } from './rule-pack.ts';

/** Ireland: from the second renewal on, no more than a customer renewing for the first time. Discounts for newcomers stay allowed. */
export const ireland2022: RulePack = {
  id: 'ireland-2022',
  version: '1.0.0',
  country: 'IE',
  law: 'Central Bank of Ireland, Insurance Requirements Regulations 2022, regulation 4(1)',
  validFrom: '2022-07-01',
  validTo: null,
  sources: [
    { id: 'P23b', place: 'arthurcox.com' },
    { id: null, place: 'centralbank.ie' },
    { id: null, place: 'williamfry.com' },
  ],
  subject: 'contract',
  periodMonths: 12,
  fact: renewalPriceFact({
    name: 'fact_rule_ireland_2022',
    anchor: `match(lower(ifNull(toString(reference), '')), '^(first.?renewal|erst(e.?|.)?verl)')`,
    firstRenewal: 2,
  }),
  words: {
    en: {
      title: 'Later renewals and the equivalent first renewal price (Ireland 2022)',
      question:
        'From the second renewal on: is the price at most what the same customer would pay at a first renewal on that day, to the cent?',
      limits: [
        'The first renewal price comes from the price list, in lines whose reference is "first renewal"; without them nothing can be judged.',
        'The rule reaches private motor and home insurance; name your lines, otherwise every contract is judged.',
        'Payment method is not part of the price list and is not compared.',
        'Risk class, region, channel and volume are those of the contract today, not of the day of the offer.',
        'Where no price event is kept, today’s price is taken as the renewal price of the last anniversary.',
      ],
    },
    de: {
      title: 'Spätere Verlängerungen und vergleichbarer erster Verlängerungspreis (Irland 2022)',
      question:
        'Ab der zweiten Verlängerung: Liegt der Preis höchstens bei dem, was derselbe Kunde an diesem Tag bei einer ersten Verlängerung zahlen würde – auf den Cent?',
      limits: [
        'Der erste Verlängerungspreis kommt aus dem Preisblatt, aus Zeilen mit der Referenz „first renewal“ oder „erste Verlängerung“; ohne sie lässt sich nichts beurteilen.',
        'Die Regel gilt für private Kfz-, Hausrat- und Gebäudeversicherungen; nennen Sie Ihre Sparten, sonst wird jeder Vertrag beurteilt.',
        'Die Zahlungsart steht nicht im Preisblatt und wird nicht verglichen.',
        'Risikoklasse, Region, Vertriebsweg und Menge sind die des Vertrags von heute, nicht vom Tag des Angebots.',
        'Wo kein Preisereignis vorliegt, gilt der heutige Preis als Verlängerungspreis am letzten Jahrestag.',
      ],
    },
  },
};
