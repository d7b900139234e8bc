const en = {
  button: 'Search',
  hint: 'Search pages, findings and customer numbers (Ctrl or Cmd and K)',
  placeholder: 'Page, finding or customer number',
  pages: 'Pages',
  findings: 'Findings and questions',
  customers: 'Customers by number',
  tour: 'Take the short tour',
  nothing: 'Nothing found. Customers are found by their number, never by name.',
};
const de: typeof en = {
  button: 'Suchen',
  hint: 'Seiten, Befunde und Kundennummern suchen (Strg oder Cmd und K)',
  placeholder: 'Seite, Befund oder Kundennummer',
  pages: 'Seiten',
  findings: 'Befunde und Fragen',
  customers: 'Kunden nach Nummer',
  tour: 'Kurze Führung',
  nothing: 'Nichts gefunden. Kunden findet man nach ihrer Nummer, nie nach dem Namen.',
};
export const PALETTE_WORDS = { en, de };
