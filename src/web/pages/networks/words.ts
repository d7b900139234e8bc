const en = {
  picture: {
    title: 'How do customers hang together?',
    text: 'Every point is a customer, every line a tie; larger blue points are still there, smaller grey ones have left. Points carry running numbers drawn by lot: nobody can be found in the picture, and what one customer does is never told to another.',
    count: (customers: string, ties: string) => `${customers} customers and ${ties} ties are drawn.`,
    sampled: (ties: string) => `These are the ties of customers drawn by lot out of ${ties} ties in all.`,
    none: 'There are no ties in the data. They come from the table tie: households, company groups, referrals, shared contracts.',
    unlock: 'Go to the data',
    noGl: 'This browser cannot draw the picture (no WebGL). The table below says the same.',
    laying: 'The picture is still arranging itself.',
    label: 'Picture of the network; the table below says the same',
    bigger: 'Larger',
    smaller: 'Smaller',
    whole: 'Show all',
  },
  table: {
    caption: (minimum: string) => `Communities of at least ${minimum} customers, largest first`,
    community: 'Community',
    customers: 'Customers',
    left: 'Left',
    share: 'Share that left',
    small: (customers: string) =>
      `${customers} customers are in smaller communities, which are told apart from no other.`,
    csv: 'Table as CSV',
  },
};
const de: typeof en = {
  picture: {
    title: 'Wie hängen Kunden zusammen?',
    text: 'Jeder Punkt ist ein Kunde, jede Linie eine Verbindung; größere blaue Punkte sind noch da, kleinere graue sind gegangen. Die Punkte tragen ausgeloste laufende Nummern: Niemand ist im Bild zu finden, und was ein Kunde tut, wird keinem anderen gesagt.',
    count: (customers, ties) => `Gezeichnet sind ${customers} Kunden und ${ties} Verbindungen.`,
    sampled: (ties) => `Es sind die Verbindungen ausgeloster Kunden aus insgesamt ${ties} Verbindungen.`,
    none: 'In den Daten stehen keine Verbindungen. Sie kommen aus der Tabelle tie: Haushalte, Unternehmensgruppen, Empfehlungen, gemeinsame Verträge.',
    unlock: 'Zu den Daten',
    noGl: 'Dieser Browser kann das Bild nicht zeichnen (kein WebGL). Die Tabelle darunter sagt dasselbe.',
    laying: 'Das Bild ordnet sich noch.',
    label: 'Bild des Netzes; die Tabelle darunter sagt dasselbe',
    bigger: 'Größer',
    smaller: 'Kleiner',
    whole: 'Alles zeigen',
  },
  table: {
    caption: (minimum) => `Gemeinschaften ab ${minimum} Kunden, die größten zuerst`,
    community: 'Gemeinschaft',
    customers: 'Kunden',
    left: 'Gegangen',
    share: 'Anteil der Gegangenen',
    small: (customers) =>
      `${customers} Kunden gehören zu kleineren Gemeinschaften, die nicht auseinandergehalten werden.`,
    csv: 'Tabelle als CSV',
  },
};
export const NETWORK_WORDS = { en, de };
