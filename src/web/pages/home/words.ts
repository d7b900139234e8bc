const en = {
  title: 'Where are our own customers second class?',
  empty: { title: 'No audit yet', text: 'Import your data first, then start an audit.' },
};
const de: typeof en = {
  title: 'Wo sind unsere eigenen Kunden zweite Klasse?',
  empty: { title: 'Noch keine Prüfung', text: 'Importieren Sie zuerst Ihre Daten und starten Sie dann eine Prüfung.' },
};
export const HOME_WORDS = { en, de };
