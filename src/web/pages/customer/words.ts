import type { Format } from '#domain/format.ts';
import type { EventKind, Standing } from './shown-customer.ts';

interface EventWords {
  readonly kinds: Readonly<Record<EventKind, string>>;
  readonly tones: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, string>>;
  readonly flags: Readonly<Record<string, { readonly yes: string; readonly no: string }>>;
  readonly values: Readonly<Record<string, string>>;
  /** Facts whose value speaks for itself. */
  readonly bare: readonly string[];
}

interface CustomerWords {
  readonly search: {
    readonly title: string;
    readonly lead: string;
    readonly label: string;
    readonly hint: string;
    readonly submit: string;
    readonly found: (count: string) => string;
    readonly none: string;
  };
  readonly back: string;
  readonly title: (id: string) => string;
  readonly answer: (v: Standing & { readonly since: string | null; readonly asOf: string }, f: Format) => string;
  readonly since: string;
  readonly segment: string;
  readonly region: string;
  readonly unknown: string;
  readonly consent: {
    readonly title: string;
    readonly channels: { readonly email: string; readonly phone: string; readonly post: string };
    readonly yes: string;
    readonly no: string;
    readonly unknown: string;
    readonly advice: string;
  };
  readonly contracts: {
    readonly title: string;
    readonly none: string;
    readonly contract: string;
    readonly product: string;
    readonly time: string;
    readonly until: (from: string, to: string) => string;
    readonly from: (day: string) => string;
    readonly own: string;
    readonly newcomer: string;
    readonly gap: string;
    readonly more: (amount: string, share: string) => string;
    readonly less: (amount: string, share: string) => string;
    readonly same: string;
    readonly ended: string;
    readonly noTwin: string;
    readonly source: Readonly<Record<'sheet' | 'match', string>>;
  };
  readonly timeline: {
    readonly title: string;
    readonly none: string;
    readonly all: string;
    readonly show: string;
    readonly more: (count: string) => string;
    readonly day: string;
    readonly kind: string;
    readonly tone: string;
    readonly what: string;
  };
  readonly events: EventWords;
}

const en: CustomerWords = {
  search: {
    title: 'Which customer do you want to look at?',
    lead: 'By the number of the customer, or by the number of a contract.',
    label: 'Customer or contract number',
    hint: 'The beginning of a customer number, or a whole contract number',
    submit: 'Search',
    found: (count) => `${count} found`,
    none: 'No customer has this number. Please check it, or try only its beginning.',
  },
  back: 'Look for another customer',
  title: (id) => `What would customer ${id} get as a newcomer?`,
  answer: ({ since, asOf, running, compared, dearer, moreThanNewcomer }, f) => {
    const known = since === null ? '' : `A customer since ${f.day(since)}. `;
    if (running === 0) return `${known}No contract is running on ${f.day(asOf)}.`;
    if (moreThanNewcomer === null)
      return `${known}Nothing comparable is sold to newcomers on ${f.day(asOf)}, so no comparison is possible.`;
    const verb = moreThanNewcomer > 0 ? 'more' : 'less';
    return `${known}Pays ${f.money(Math.abs(moreThanNewcomer), 2)} a year ${verb} than the same person arriving on ${f.day(asOf)} (${f.count(dearer)} of ${f.count(compared)} comparable contracts cost more).`;
  },
  since: 'Customer since',
  segment: 'Segment',
  region: 'Region',
  unknown: 'not known',
  consent: {
    title: 'May we advertise?',
    channels: { email: 'E-mail', phone: 'Phone', post: 'Post' },
    yes: 'permitted',
    no: 'not permitted',
    unknown: 'not known, so no',
    advice: 'Contacts that the contract needs are always possible.',
  },
  contracts: {
    title: 'What are the contracts beside the newcomer’s?',
    none: 'No contract is known.',
    contract: 'Contract',
    product: 'Product',
    time: 'Time',
    until: (from, to) => `${from} to ${to}`,
    from: (day) => `since ${day}`,
    own: 'Pays a year (net)',
    newcomer: 'A newcomer would pay',
    gap: 'Difference',
    more: (amount, share) => `${amount} more (${share})`,
    less: (amount, share) => `${amount} less (${share})`,
    same: 'the same',
    ended: 'ended',
    noTwin: 'nothing comparable is sold',
    source: { sheet: 'from tariff or quote', match: 'from newcomers alike' },
  },
  timeline: {
    title: 'What happened between us?',
    none: 'Nothing is recorded.',
    all: 'Everything',
    show: 'Show',
    more: (count) => `Show the other ${count}`,
    day: 'When',
    kind: 'Kind',
    tone: 'Tone',
    what: 'What',
  },
  events: {
    kinds: {
      contact: 'Contact',
      case: 'Matter',
      priceEvent: 'Price',
      concession: 'Concession',
      recognition: 'Recognition',
    },
    tones: { burden: 'burden', neutral: 'neutral', giving: 'giving', selling: 'selling' },
    facts: {
      topic: 'topic',
      wait_s: 'wait',
      closed_at: 'closed',
      contacts: 'contacts',
      contract_id: 'contract',
      price: 'price',
      offered_price: 'offered',
      value: 'worth',
      trigger: 'trigger',
      price_period: 'per',
    },
    flags: {
      answered: { yes: 'answered', no: 'not answered' },
      resolved: { yes: 'resolved', no: 'not resolved' },
      complaint: { yes: 'complaint', no: '' },
      reopened: { yes: 'opened again', no: '' },
      accepted: { yes: 'accepted', no: 'not accepted' },
      first_contact_resolved: { yes: 'solved at first contact', no: 'not solved at first contact' },
    },
    values: {
      nag: 'insistent asking',
      out: 'out',
      in: 'in',
      system: 'automatic',
    },
    bare: ['direction', 'channel', 'kind', 'topic', 'price_basis'],
  },
};

const de: CustomerWords = {
  search: {
    title: 'Welchen Kunden möchten Sie ansehen?',
    lead: 'Über die Nummer des Kunden oder die Nummer eines Vertrags.',
    label: 'Kunden- oder Vertragsnummer',
    hint: 'Der Anfang einer Kundennummer oder eine ganze Vertragsnummer',
    submit: 'Suchen',
    found: (count) => `${count} gefunden`,
    none: 'Kein Kunde hat diese Nummer. Bitte prüfen Sie sie oder versuchen Sie es nur mit ihrem Anfang.',
  },
  back: 'Anderen Kunden suchen',
  title: (id) => `Was bekäme Kunde ${id} als Neukunde?`,
  answer: ({ since, asOf, running, compared, dearer, moreThanNewcomer }, f) => {
    const known = since === null ? '' : `Kunde seit ${f.day(since)}. `;
    if (running === 0) return `${known}Am ${f.day(asOf)} läuft kein Vertrag.`;
    if (moreThanNewcomer === null)
      return `${known}Am ${f.day(asOf)} wird Neukunden nichts Vergleichbares verkauft; ein Vergleich ist deshalb nicht möglich.`;
    const verb = moreThanNewcomer > 0 ? 'mehr' : 'weniger';
    return `${known}Zahlt ${f.money(Math.abs(moreThanNewcomer), 2)} im Jahr ${verb}, als dieselbe Person zahlen würde, käme sie am ${f.day(asOf)} neu (${f.count(dearer)} von ${f.count(compared)} vergleichbaren Verträgen ${dearer === 1 ? 'ist' : 'sind'} teurer).`;
  },
  since: 'Kunde seit',
  segment: 'Segment',
  region: 'Region',
  unknown: 'nicht bekannt',
  consent: {
    title: 'Dürfen wir werben?',
    channels: { email: 'E-Mail', phone: 'Telefon', post: 'Post' },
    yes: 'erlaubt',
    no: 'nicht erlaubt',
    unknown: 'nicht bekannt, also nein',
    advice: 'Kontakte, die der Vertrag erfordert, sind immer möglich.',
  },
  contracts: {
    title: 'Wie stehen die Verträge neben denen eines Neukunden?',
    none: 'Kein Vertrag ist bekannt.',
    contract: 'Vertrag',
    product: 'Produkt',
    time: 'Zeit',
    until: (from, to) => `${from} bis ${to}`,
    from: (day) => `seit ${day}`,
    own: 'Zahlt im Jahr (netto)',
    newcomer: 'Ein Neukunde würde zahlen',
    gap: 'Unterschied',
    more: (amount, share) => `${amount} mehr (${share})`,
    less: (amount, share) => `${amount} weniger (${share})`,
    same: 'gleich',
    ended: 'beendet',
    noTwin: 'nichts Vergleichbares im Verkauf',
    source: { sheet: 'nach Tarif oder Angebot', match: 'nach vergleichbaren Neukunden' },
  },
  timeline: {
    title: 'Was geschah zwischen uns?',
    none: 'Nichts ist verzeichnet.',
    all: 'Alles',
    show: 'Zeigen',
    more: (count) => `Die übrigen ${count} zeigen`,
    day: 'Wann',
    kind: 'Art',
    tone: 'Ton',
    what: 'Was',
  },
  events: {
    kinds: {
      contact: 'Kontakt',
      case: 'Anliegen',
      priceEvent: 'Preis',
      concession: 'Zugeständnis',
      recognition: 'Anerkennung',
    },
    tones: { burden: 'belastend', neutral: 'neutral', giving: 'schenkend', selling: 'verkaufend' },
    facts: {
      topic: 'Thema',
      wait_s: 'Wartezeit',
      closed_at: 'erledigt',
      contacts: 'Kontakte',
      contract_id: 'Vertrag',
      price: 'Preis',
      offered_price: 'angeboten',
      value: 'Wert',
      trigger: 'Auslöser',
      price_period: 'je',
    },
    flags: {
      answered: { yes: 'angenommen', no: 'nicht angenommen' },
      resolved: { yes: 'gelöst', no: 'nicht gelöst' },
      complaint: { yes: 'Beschwerde', no: '' },
      reopened: { yes: 'erneut geöffnet', no: '' },
      accepted: { yes: 'angenommen', no: 'nicht angenommen' },
      first_contact_resolved: { yes: 'beim ersten Kontakt gelöst', no: 'nicht beim ersten Kontakt gelöst' },
    },
    values: {
      in: 'eingehend',
      out: 'ausgehend',
      system: 'automatisch',
      phone: 'Telefon',
      email: 'E-Mail',
      letter: 'Brief',
      visit: 'Besuch',
      shop: 'Laden',
      sales: 'Verkauf',
      advice: 'Beratung',
      check_in: 'Nachfrage',
      claim: 'Schaden',
      complaint: 'Beschwerde',
      contract_change: 'Vertragsänderung',
      dunning: 'Mahnung',
      fault: 'Störung',
      info: 'Information',
      invoice: 'Rechnung',
      price: 'Preis',
      price_increase: 'Preiserhöhung',
      renewal: 'Verlängerung',
      survey: 'Befragung',
      thanks: 'Dank',
      renewal_offer: 'Verlängerungsangebot',
      increase: 'Erhöhung',
      indexation: 'Indexanpassung',
      discount_end: 'Ende des Nachlasses',
      correction: 'Berichtigung',
      discount: 'Nachlass',
      credit: 'Gutschrift',
      upgrade: 'Aufwertung',
      waiver: 'Verzicht',
      nag: 'hartnäckiges Nachfragen',
      proactive: 'von uns aus',
      goodwill: 'Kulanz',
      recognition: 'Anerkennung',
      gift: 'Geschenk',
      anniversary: 'Jahrestag',
      status: 'Status',
      month: 'Monat',
      quarter: 'Vierteljahr',
      year: 'Jahr',
      net: 'netto',
      gross: 'brutto',
    },
    bare: ['direction', 'channel', 'kind', 'topic', 'price_basis'],
  },
};

export const CUSTOMER_WORDS = { en, de };
