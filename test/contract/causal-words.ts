import type { Language } from '../../src/domain/language.ts';

/** Verbs and turns that name a cause. Below evidence grade B nothing may be said with them. */
const CAUSAL: Readonly<Record<Language, RegExp>> = {
  en: /\b(caus(es?|ed|ing)|leads? to|led to|leading to|results? in|resulted in|because of|due to|owing to|brings? about|brought about|drives? (them |customers |people )?away|is to blame)\b/i,
  de: /\b(verursach\p{L}*|bewirk\p{L}*|(führ(t|en|te|ten)|geführt)\b[^.;:]{0,60}\bzu\b(?! haben)|bring(t|en)\b[^.;:]{0,60}\bhervor|(hat|haben|hatte) zur Folge|aufgrund|infolge|vertreib(t|en)|ist schuld|sind schuld)/iu,
};

/** The causal turn in a text, or null. */
export function saysCause(text: string, language: Language): string | null {
  return CAUSAL[language].exec(text)?.[0] ?? null;
}
