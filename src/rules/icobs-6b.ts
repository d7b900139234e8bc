import { renewalPriceFact } from './renewal-price.ts';
import type { RulePack } from './rule-pack.ts';

/** United Kingdom: a renewal of home or motor insurance costs a consumer no more than it would as new business. */
export const icobs6b: RulePack = {
  id: 'icobs-6b',
  version: '1.0.0',
  country: 'GB',
  law: 'FCA Handbook, ICOBS 6B (PS21/5 as amended by PS21/11)',
  validFrom: '2022-01-01',
  validTo: null,
  sources: [
    { id: 'P20', place: 'handbook.fca.org.uk, ICOBS/6B/1' },
    { id: 'P21', place: 'rsainsurance.co.uk' },
    { id: 'P22', place: 'capitallaw.co.uk' },
    { id: 'P22b', place: 'insurancecompliance.co.uk' },
  ],
  subject: 'contract',
  periodMonths: 12,
  // A reference with a name (market, technical ...) is not what this firm would ask a newcomer to pay.
  fact: renewalPriceFact({ name: 'fact_rule_icobs_6b', anchor: 'reference IS NULL', firstRenewal: 0 }),
  words: {
    en: {
      title: 'Renewal price and equivalent new business price (ICOBS 6B)',
      question:
        'Is the renewal price of this contract at most the first-year price that the same customer would have been offered as new business on that day, to the penny?',
      limits: [
        'The rule reaches home and motor insurance of consumers; name your lines, otherwise every contract is judged.',
        'Payment method is not part of the price list and is not compared; fees, add-ons and premium finance are judged only where they are contracts of their own.',
        'Whether cover is the same is not compared where a closed product is followed to its successor.',
        'Risk class, region, channel and volume are those of the contract today, not of the day of the offer.',
        'Where no price event is kept, today’s price is taken as the renewal price of the last anniversary.',
      ],
    },
    de: {
      title: 'Verlängerungspreis und vergleichbarer Neugeschäftspreis (ICOBS 6B)',
      question:
        'Liegt der Verlängerungspreis dieses Vertrags höchstens beim Preis des ersten Jahres, den derselbe Kunde an diesem Tag als Neukunde angeboten bekommen hätte – auf den Penny?',
      limits: [
        'Die Regel gilt für Hausrat-, Gebäude- und Kfz-Versicherungen von Verbrauchern; nennen Sie Ihre Sparten, sonst wird jeder Vertrag beurteilt.',
        'Die Zahlungsart steht nicht im Preisblatt und wird nicht verglichen; Gebühren, Zusätze und Ratenzuschläge nur, wo sie eigene Verträge sind.',
        'Ob die Deckung gleich ist, wird nicht verglichen, wo ein geschlossenes Produkt zu seinem Nachfolger verfolgt wird.',
        'Risikoklasse, Region, Vertriebsweg und Menge sind die des Vertrags von heute, nicht vom Tag des Angebots.',
        'Wo kein Preisereignis vorliegt, gilt der heutige Preis als Verlängerungspreis am letzten Jahrestag.',
      ],
    },
  },
};
