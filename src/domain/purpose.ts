import type { Language } from './language.ts';

/** Why people are listed outside the house; it goes into the log. */
export const PURPOSES = ['correction', 'care', 'proof', 'analysis'] as const;
export type Purpose = (typeof PURPOSES)[number];

export const PURPOSE_WORDS: Readonly<Record<Language, Readonly<Record<Purpose, string>>>> = {
  en: {
    correction: 'To correct',
    care: 'To care for them',
    proof: 'For a proof of effect',
    analysis: 'To analyse',
  },
  de: {
    correction: 'Zum Berichtigen',
    care: 'Zum Betreuen',
    proof: 'Für einen Wirkungsnachweis',
    analysis: 'Zum Auswerten',
  },
};
