import type { PlaceName } from './navigation.ts';

interface ShellWords {
  readonly places: Readonly<Record<PlaceName, string>>;
  readonly skip: string;
  readonly menu: string;
  readonly navigation: string;
  readonly signOut: string;
  readonly account: string;
  readonly language: string;
  readonly colours: { readonly label: string; readonly auto: string; readonly light: string; readonly dark: string };
  readonly offline: string;
  readonly loading: string;
  readonly again: string;
  readonly notFound: { readonly title: string; readonly text: string; readonly home: string };
  readonly failed: { readonly title: string; readonly safe: string };
}

const en: ShellWords = {
  places: {
    map: 'Two-class map',
    changes: 'What changed',
    leaving: 'Who leaves, and why',
    base: 'Base and carousel',
    cfo: 'Gain and loss',
    networks: 'Networks',
    staff: 'Parity of care',
    rules: 'Rules',
    work: 'What we do',
    proofs: 'Proofs',
    data: 'Data',
    customer: 'One customer',
    agreement: 'Works agreement',
    people: 'People and keys',
    settings: 'Settings',
    log: 'Log',
  },
  skip: 'Skip to the content',
  menu: 'Menu',
  navigation: 'Pages',
  signOut: 'Sign out',
  account: 'Your account',
  language: 'Language',
  colours: { label: 'Colours', auto: 'Like the system', light: 'Light', dark: 'Dark' },
  offline: 'The server does not answer. Nothing is lost; please try again in a moment.',
  loading: 'Loading',
  again: 'Try again',
  notFound: {
    title: 'There is no such page',
    text: 'The address may be mistyped, or the page has moved.',
    home: 'Go to the two-class map',
  },
  failed: { title: 'This page could not be shown', safe: 'Your data are safe; only the display failed.' },
};

const de: ShellWords = {
  places: {
    map: 'Zwei-Klassen-Karte',
    changes: 'Was sich geändert hat',
    leaving: 'Wer geht, und warum',
    base: 'Bestand und Karussell',
    cfo: 'Gewinn und Verlust',
    networks: 'Netzwerke',
    staff: 'Gleichstellung der Betreuung',
    rules: 'Rechtsregeln',
    work: 'Was wir tun',
    proofs: 'Wirkungsnachweise',
    data: 'Daten',
    customer: 'Ein Kunde',
    agreement: 'Betriebsvereinbarung',
    people: 'Menschen und Schlüssel',
    settings: 'Einstellungen',
    log: 'Protokoll',
  },
  skip: 'Zum Inhalt springen',
  menu: 'Menü',
  navigation: 'Seiten',
  signOut: 'Abmelden',
  account: 'Ihr Konto',
  language: 'Sprache',
  colours: { label: 'Farben', auto: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  offline: 'Der Server antwortet nicht. Nichts ist verloren; bitte versuchen Sie es gleich noch einmal.',
  loading: 'Wird geladen',
  again: 'Noch einmal versuchen',
  notFound: {
    title: 'Diese Seite gibt es nicht',
    text: 'Vielleicht ist die Adresse vertippt, oder die Seite ist umgezogen.',
    home: 'Zur Zwei-Klassen-Karte',
  },
  failed: {
    title: 'Diese Seite konnte nicht gezeigt werden',
    safe: 'Ihre Daten sind sicher; nur die Anzeige ist gescheitert.',
  },
};

export const SHELL_WORDS = { en, de };
