import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { createFormat, type Format } from '#domain/format.ts';
import type { Language } from '#domain/language.ts';

interface Spoken {
  readonly language: Language;
  readonly speak: (language: Language) => void;
  /** Speaks a person's own language when somebody comes in; afterwards the switch in the page decides. */
  readonly greet: (person: string, language: Language) => void;
}

const KEY = 'stammkunde.language';
const SpokenContext = createContext<Spoken>({ language: 'en', speak: () => {}, greet: () => {} });

function preferred(): Language {
  const kept = localStorage.getItem(KEY);
  if (kept === 'de' || kept === 'en') return kept;
  return navigator.language.toLowerCase().startsWith('de') ? 'de' : 'en';
}

/** The language of everything on the screen: the person's own once signed in, before that the browser's. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(preferred);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const greeted = useRef('');
  const speak = useCallback((wanted: Language) => {
    localStorage.setItem(KEY, wanted);
    setLanguage(wanted);
  }, []);
  const greet = useCallback(
    (person: string, own: Language) => {
      if (greeted.current !== person) speak(own);
      greeted.current = person;
    },
    [speak],
  );
  const spoken = useMemo(() => ({ language, speak, greet }), [language, speak, greet]);
  return <SpokenContext value={spoken}>{children}</SpokenContext>;
}

export const useLanguage = (): Spoken => useContext(SpokenContext);

/** The words of a page in the language of the person: `useWords(WORDS)` with WORDS = { en, de }. */
export function useWords<W>(words: Readonly<Record<Language, W>>): W {
  return words[useLanguage().language];
}

export function useFormat(currency = 'EUR'): Format {
  const { language } = useLanguage();
  return useMemo(() => createFormat(language, currency), [language, currency]);
}
