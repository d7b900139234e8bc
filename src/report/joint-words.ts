import type { Format } from '#domain/format.ts';
import type { Language } from '#domain/language.ts';

type Values = Readonly<Record<string, number | string>>;

export interface JointWords {
  readonly question: string;
  readonly finding: (exits: string, between: string, observed: string) => string;
  readonly reversed: (exits: string, between: string, observed: string) => string;
  readonly inconclusive: (exits: string, between: string, observed: string) => string;
  readonly money: (value: string, between: string) => string;
  readonly partsHeading: string;
  readonly exposure: string;
  readonly exits: string;
  readonly leftOut: string;
  readonly notes: Readonly<Record<string, (values: Values, f: Format) => string>>;
}

const en: JointWords = {
  question: 'How many customers leave together with what we do, each counted once?',
  finding: (exits, between, observed) =>
    `Of the ${observed} decisions to leave in twelve months, about ${exits} go with what the company did to these customers (${between}), each counted once.`,
  reversed: (exits, between, observed) =>
    `Where the company's acts touched customers, fewer left: the difference is ${exits} (${between}) beside ${observed} decisions to leave in twelve months.`,
  inconclusive: (exits, between, observed) =>
    `The data do not tell whether any of the ${observed} decisions to leave in twelve months go with what the company did: ${exits} (${between}).`,
  money: (value, between) => `With these exits went a remaining value of ${value} (${between}).`,
  partsHeading: 'Fairly split among what touched them',
  exposure: 'What touched them',
  exits: 'Exits',
  leftOut: 'Left out',
  notes: {
    observational: () =>
      'Observed, not tried: an unseen trait may go both with the exposure and with leaving. Parts of single exposures are less certain than the whole.',
    shrunken: ({ perParameter }, f) =>
      `There are only ${f.number(Number(perParameter), 1)} exits for each parameter; the estimates are drawn towards no effect.`,
    priceByWillingness: () =>
      'Prices may have been raised most for those who look least; the part of the price gap is then too small.',
    valueOfRevenue: ({ rate }, f) =>
      `The value is taken from revenue with an assumed margin of ${f.percent(Number(rate), 0)}.`,
    valueOfPrice: ({ rate }, f) =>
      `The value is taken from contract prices with an assumed margin of ${f.percent(Number(rate), 0)}.`,
    noMoney: ({ needed }, f) => `No amount: it takes ${f.count(Number(needed))} exits and a known value.`,
    notToldApart: () => 'The interval holds zero: more months or customers would be needed.',
    fewExits: ({ found, needed }, f) =>
      `It needs ${f.count(Number(needed))} decisions to leave; there are ${f.count(Number(found))}.`,
    noMonths: () => 'No month of leaving is known: no contract ran in the window, or all ends fall on one day.',
    noExposures: () =>
      'No table tells over twelve months what the company did to its customers (contacts, waits, assignments, cases, approvals, price events, offers by region, ties).',
    exposuresTooRare: () => 'What the company did touched too few customers to be told apart from chance.',
    failed: ({ message }) => `The computation failed: ${message}.`,
    notRecorded: () => 'not on record over twelve months',
    tooRare: ({ expected }, f) => `too rare: ${f.number(Number(expected), 1)} exits to be expected under it, 5 needed`,
    exposuresOnlyStayers: () =>
      'Under what the company did not one customer left, though several were to be expected: it is on record of those only who stayed, so it tells nothing.',
    onlyStayers: () => 'nobody left under it, though several were to be expected: on record of those only who stayed',
    selectedCustomers: () =>
      'at equal tenure those with the larger gap leave less: prices were raised for those who look least, so its own part cannot be told',
  },
};

const de: JointWords = {
  question: 'Wie viele Kunden gehen im Zusammenhang mit dem, was wir tun, jeder einmal gezählt?',
  finding: (exits, between, observed) =>
    `Von den ${observed} Entscheidungen zu gehen in zwölf Monaten hängen etwa ${exits} mit dem zusammen, was das Unternehmen diesen Kunden tat (${between}), jede einmal gezählt.`,
  reversed: (exits, between, observed) =>
    `Wo das Handeln des Unternehmens Kunden berührte, gingen weniger: Der Unterschied beträgt ${exits} (${between}) neben ${observed} Entscheidungen zu gehen in zwölf Monaten.`,
  inconclusive: (exits, between, observed) =>
    `Die Daten sagen nicht, ob von den ${observed} Entscheidungen zu gehen in zwölf Monaten welche mit dem Handeln des Unternehmens zusammenhängen: ${exits} (${between}).`,
  money: (value, between) => `Mit diesen Weggängen ging ein Restwert von ${value} (${between}).`,
  partsHeading: 'Fair aufgeteilt auf das, was sie berührte',
  exposure: 'Was sie berührte',
  exits: 'Weggänge',
  leftOut: 'Ausgelassen',
  notes: {
    observational: () =>
      'Beobachtet, nicht erprobt: Eine ungesehene Eigenschaft kann mit beidem zusammenhängen. Die Anteile einzelner Umstände sind unsicherer als das Ganze.',
    shrunken: ({ perParameter }, f) =>
      `Auf jeden Parameter kommen nur ${f.number(Number(perParameter), 1)} Weggänge; die Schätzungen werden zur Nullwirkung hin gezogen.`,
    priceByWillingness: () =>
      'Vielleicht stiegen die Preise vor allem bei denen, die am wenigsten hinsehen; dann ist der Anteil des Preisabstands zu klein.',
    valueOfRevenue: ({ rate }, f) =>
      `Der Wert ist aus dem Umsatz mit einer angenommenen Marge von ${f.percent(Number(rate), 0)} gebildet.`,
    valueOfPrice: ({ rate }, f) =>
      `Der Wert ist aus Vertragspreisen mit einer angenommenen Marge von ${f.percent(Number(rate), 0)} gebildet.`,
    noMoney: ({ needed }, f) =>
      `Kein Betrag: Dafür braucht es ${f.count(Number(needed))} Weggänge und einen bekannten Wert.`,
    notToldApart: () => 'Der Bereich lässt auch keinen einzigen Weggang zu: Es bräuchte mehr Monate oder Kunden.',
    fewExits: ({ found, needed }, f) =>
      `Nötig sind ${f.count(Number(needed))} Entscheidungen zu gehen; vorhanden sind ${f.count(Number(found))}.`,
    noMonths: () =>
      'Kein Monat des Weggangs ist bekannt: Im Zeitraum lief kein Vertrag, oder alle Enden fallen auf einen Tag.',
    noExposures: () =>
      'Keine Tabelle sagt über zwölf Monate, was das Unternehmen seinen Kunden tat (Kontakte, Wartezeiten, Zuordnungen, Vorgänge, Freigaben, Preisänderungen, Angebote nach Region, Bindungen).',
    exposuresTooRare: () => 'Was das Unternehmen tat, berührte zu wenige Kunden, um es vom Zufall zu trennen.',
    failed: ({ message }) => `Die Rechnung schlug fehl: ${message}.`,
    notRecorded: () => 'nicht über zwölf Monate verzeichnet',
    tooRare: ({ expected }, f) => `zu selten: ${f.number(Number(expected), 1)} Weggänge zu erwarten, 5 nötig`,
    exposuresOnlyStayers: () =>
      'Unter dem, was das Unternehmen tat, ging kein einziger Kunde, obwohl mehrere zu erwarten waren: Es ist nur von jenen festgehalten, die blieben, und sagt deshalb nichts.',
    onlyStayers: () =>
      'niemand ging darunter, obwohl mehrere zu erwarten waren: nur von jenen festgehalten, die blieben',
    selectedCustomers: () =>
      'bei gleicher Kundendauer gehen die mit dem größeren Abstand seltener: Die Preise stiegen bei denen, die am wenigsten hinsehen, der eigene Anteil lässt sich nicht sagen',
  },
};

export const JOINT_WORDS: Readonly<Record<Language, JointWords>> = { en, de };
