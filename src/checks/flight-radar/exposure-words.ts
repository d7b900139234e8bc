import type { Exposure } from '#domain/exposure.ts';
import type { Language } from '#domain/language.ts';

/** What an exposure is called. */
export const EXPOSURE_WORDS: Readonly<Record<Language, Readonly<Record<Exposure, string>>>> = {
  en: {
    price_gap: 'Price above the newcomer price',
    drought: 'No giving contact for a year',
    long_wait: 'Wait of ten minutes or more in the last two months',
    contact_change: 'Contact person gone within a year',
    unresolved_case: 'Matter still open after two weeks',
    claim_refusal: 'Request refused in the last three months',
    new_only_offer: 'Campaign for newcomers only, in the own region',
    peer_exit: 'A tied customer left in the last three months',
  },
  de: {
    price_gap: 'Preis über dem Neugeschäftspreis',
    drought: 'Ein Jahr ohne schenkenden Kontakt',
    long_wait: 'Wartezeit ab zehn Minuten in den letzten zwei Monaten',
    contact_change: 'Ansprechpartner im letzten Jahr ausgeschieden',
    unresolved_case: 'Anliegen nach zwei Wochen noch offen',
    claim_refusal: 'Anliegen in den letzten drei Monaten abgelehnt',
    new_only_offer: 'Aktion nur für Neukunden in der eigenen Region',
    peer_exit: 'Ein verbundener Kunde ging in den letzten drei Monaten',
  },
};

/** The name of an exposure that arrives as plain text. */
export function exposureWord(language: Language, exposure: string): string {
  const words: Readonly<Record<string, string>> = EXPOSURE_WORDS[language];
  return words[exposure] ?? exposure;
}
