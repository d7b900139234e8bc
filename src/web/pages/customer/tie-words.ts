import type { LoyaltiesReply, Ties } from './shown-customer.ts';

type Loyalties = NonNullable<LoyaltiesReply['loyalties']>;
type Occasion = Ties['promises']['latest'][number];
type Plain = Exclude<Occasion['standing'], 'late' | 'called'>;

interface TieWords {
  readonly promises: {
    readonly title: string;
    readonly none: string;
    readonly kept: (kept: string, total: string) => string;
    readonly notKept: (count: string) => string;
    readonly rest: (count: string) => string;
    readonly callbacks: (count: string) => string;
    readonly newest: (shown: string) => string;
    readonly due: string;
    readonly promise: string;
    readonly result: string;
    readonly measures: Readonly<Record<Occasion['measure'], string>>;
    readonly within: (what: string, span: string) => string;
    readonly share: (share: string) => string;
    readonly spans: Readonly<Record<'seconds' | 'minutes' | 'hours' | 'days', (count: string) => string>>;
    readonly late: (span: string) => string;
    readonly waited: (span: string) => string;
    readonly called: (span: string) => string;
    readonly notCalled: string;
    readonly standings: Readonly<Record<Plain, string>>;
  };
  readonly persons: {
    readonly title: string;
    readonly none: string;
    readonly answer: (persons: number, since: string) => string;
    readonly role: string;
    readonly from: string;
    readonly until: string;
    readonly today: string;
    readonly noRole: string;
  };
  readonly loyalties: {
    readonly title: string;
    readonly lead: string;
    readonly objected: string;
    readonly names: Readonly<Record<keyof Loyalties, string>>;
    readonly said: string;
    readonly done: string;
    readonly nothing: string;
    readonly answer: (v: { value: string; most: string; question: string; day: string }) => string;
    readonly deeds: Readonly<
      Record<
        'contacts' | 'giving' | 'visits',
        { readonly none: string; readonly some: (n: string, day: string) => string }
      >
    >;
    readonly running: (contracts: number, products: number) => string;
    readonly since: (day: string, contracts: number) => string;
    readonly bound: (day: string) => string;
    readonly changes: (count: number) => string;
    readonly recommended: (count: number) => string;
    readonly thanked: (count: number) => string;
    readonly thanksUnknown: string;
  };
}

const en: TieWords = {
  promises: {
    title: 'What did we promise, and was it kept?',
    none: 'No promise to this customer fell due in the last twelve months, as far as is on record.',
    kept: (kept, total) => `Kept in the last twelve months: ${kept} of ${total}.`,
    notKept: (count) => `Not kept: ${count}.`,
    rest: (count) => `Open, or cannot be told: ${count}.`,
    callbacks: (count) => `Call-backs promised: ${count}.`,
    newest: (shown) => `The newest ${shown} are shown.`,
    due: 'Due',
    promise: 'Promise',
    result: 'What became of it',
    measures: {
      case_closed: 'Matter settled',
      contact_answered: 'Call answered',
      approval_decided: 'Decision on a request',
      callback: 'Call-back',
    },
    within: (what, span) => `${what} (within: ${span})`,
    share: (share) => `promised for ${share} of all occasions`,
    spans: {
      seconds: (count) => `${count} seconds`,
      minutes: (count) => `${count} minutes`,
      hours: (count) => `${count} hours`,
      days: (count) => `${count} days`,
    },
    late: (span) => `late by ${span}`,
    waited: (span) => `waited ${span} longer`,
    called: (span) => `call from us ${span} later`,
    notCalled: 'no call of ours on record since',
    standings: {
      kept: 'kept',
      overdue: 'overdue, still open',
      open: 'open, not yet due',
      unknown: 'not on record',
    },
  },
  persons: {
    title: 'Who has looked after this customer?',
    none: 'No contact person is on record.',
    answer: (persons, since) => `${persons} contact ${persons === 1 ? 'person' : 'persons'} since ${since}.`,
    role: 'Role',
    from: 'From',
    until: 'Until',
    today: 'today',
    noRole: 'not named',
  },
  loyalties: {
    title: 'What do we do for the four loyalties?',
    lead: 'What is on record about each tie. It is no score and no forecast, and no price may be made of it.',
    objected: 'This customer objected to profiling, so the four loyalties are not put together.',
    names: {
      company: 'Company and places',
      offers: 'Offers, services and brands',
      people: 'People',
      networks: 'Own networks',
    },
    said: 'What the customer said last',
    done: 'What we do',
    nothing: 'Nothing on record.',
    answer: ({ value, most, question, day }) => `${value} of ${most} to “${question}” on ${day}`,
    deeds: {
      contacts: {
        none: 'No contact of our own accord on record',
        some: (n, day) => `Contacts of our own accord in twelve months: ${n}, last on ${day}`,
      },
      giving: {
        none: 'None of them gave something',
        some: (n, day) => `Of these giving (thanks, advice, a gift): ${n}, last on ${day}`,
      },
      visits: {
        none: 'No meeting in person on record',
        some: (n, day) => `Meetings in person in twelve months: ${n}, last on ${day}`,
      },
    },
    running: (contracts, products) =>
      `${contracts === 1 ? '1 contract runs' : `${contracts} contracts run`}${products > 1 ? `, for ${products} products` : ''}`,
    since: (day, contracts) => `${contracts === 1 ? 'It' : 'The oldest of them'} began on ${day}`,
    bound: (day) => `A minimum term runs until ${day}: that is binding, not loyalty`,
    changes: (count) =>
      count === 0
        ? 'No change of the contact person in three years'
        : `${count} ${count === 1 ? 'change' : 'changes'} of the contact person in three years`,
    recommended: (count) => `Recommendations made: ${count}`,
    thanked: (count) => `Thanked with a reward: ${count}`,
    thanksUnknown: 'Whether that was thanked is not on record',
  },
};

const de: TieWords = {
  promises: {
    title: 'Was haben wir zugesagt, und wurde es gehalten?',
    none: 'In den letzten zwölf Monaten wurde keine Zusage an diesen Kunden fällig, soweit es verzeichnet ist.',
    kept: (kept, total) => `In den letzten zwölf Monaten gehalten: ${kept} von ${total}.`,
    notKept: (count) => `Nicht gehalten: ${count}.`,
    rest: (count) => `Offen oder nicht feststellbar: ${count}.`,
    callbacks: (count) => `Zugesagte Rückrufe: ${count}.`,
    newest: (shown) => `Gezeigt sind die neuesten ${shown}.`,
    due: 'Fällig',
    promise: 'Zusage',
    result: 'Was daraus wurde',
    measures: {
      case_closed: 'Anliegen gelöst',
      contact_answered: 'Anruf angenommen',
      approval_decided: 'Freigabe entschieden',
      callback: 'Rückruf',
    },
    within: (what, span) => `${what} (Frist: ${span})`,
    share: (share) => `zugesagt für ${share} der Fälle`,
    spans: {
      seconds: (count) => `${count} Sekunden`,
      minutes: (count) => `${count} Minuten`,
      hours: (count) => `${count} Stunden`,
      days: (count) => `${count} Tage`,
    },
    late: (span) => `${span} zu spät`,
    waited: (span) => `${span} länger gewartet`,
    called: (span) => `Anruf von uns ${span} später`,
    notCalled: 'seither kein Anruf von uns verzeichnet',
    standings: {
      kept: 'gehalten',
      overdue: 'überfällig, noch offen',
      open: 'offen, noch nicht fällig',
      unknown: 'nicht verzeichnet',
    },
  },
  persons: {
    title: 'Wer hat diesen Kunden betreut?',
    none: 'Keine Ansprechperson ist verzeichnet.',
    answer: (persons, since) => `${persons} ${persons === 1 ? 'Ansprechperson' : 'Ansprechpersonen'} seit ${since}.`,
    role: 'Rolle',
    from: 'Von',
    until: 'Bis',
    today: 'heute',
    noRole: 'nicht benannt',
  },
  loyalties: {
    title: 'Was tun wir für die vier Loyalitäten?',
    lead: 'Was über jede Bindung verzeichnet ist. Es ist kein Punktwert und keine Vorhersage, und kein Preis darf daraus werden.',
    objected:
      'Dieser Kunde hat dem Profiling widersprochen; die vier Loyalitäten werden deshalb nicht zusammengestellt.',
    names: {
      company: 'Unternehmen und Standorte',
      offers: 'Angebote, Services und Marken',
      people: 'Menschen',
      networks: 'Eigene Netzwerke',
    },
    said: 'Was der Kunde zuletzt sagte',
    done: 'Was wir tun',
    nothing: 'Nichts verzeichnet.',
    answer: ({ value, most, question, day }) => `${value} von ${most} auf „${question}“ am ${day}`,
    deeds: {
      contacts: {
        none: 'Kein Kontakt von uns aus verzeichnet',
        some: (n, day) => `Kontakte von uns aus in zwölf Monaten: ${n}, zuletzt am ${day}`,
      },
      giving: {
        none: 'Keiner davon hat etwas geschenkt',
        some: (n, day) => `Davon schenkend (Dank, Rat, Aufmerksamkeit): ${n}, zuletzt am ${day}`,
      },
      visits: {
        none: 'Keine persönliche Begegnung verzeichnet',
        some: (n, day) => `Persönliche Begegnungen in zwölf Monaten: ${n}, zuletzt am ${day}`,
      },
    },
    running: (contracts, products) =>
      `${contracts === 1 ? '1 Vertrag läuft' : `${contracts} Verträge laufen`}${products > 1 ? `, für ${products} Produkte` : ''}`,
    since: (day, contracts) => `${contracts === 1 ? 'Er' : 'Der älteste davon'} begann am ${day}`,
    bound: (day) => `Eine Mindestlaufzeit gilt bis ${day}: Das ist Bindung, keine Loyalität`,
    changes: (count) =>
      count === 0
        ? 'Kein Wechsel der Ansprechperson in drei Jahren'
        : `${count} Wechsel der Ansprechperson in drei Jahren`,
    recommended: (count) => `Empfehlungen ausgesprochen: ${count}`,
    thanked: (count) => `Mit einer Prämie gedankt: ${count}`,
    thanksUnknown: 'Ob dafür gedankt wurde, ist nicht verzeichnet',
  },
};

export const TIE_WORDS = { en, de };
