const en = {
  title: 'Does the base grow, or does only the carousel turn?',
  lead: 'What those are worth who are already customers, how fast each source loses the customers it brought, and whether bait offers pay.',
  halfLife: {
    title: 'How long do customers stay, by source?',
    text: 'Half-life: months until half of those won this way have left of their own accord. Where a source is not listed, fewer than half have left within the months on record.',
    caption: 'Half-life by source',
  },
};
const de: typeof en = {
  title: 'Wächst der Bestand, oder dreht sich nur das Karussell?',
  lead: 'Was die wert sind, die schon Kunden sind, wie schnell jede Quelle die Kunden verliert, die sie gebracht hat, und ob sich Lockvogelangebote rechnen.',
  halfLife: {
    title: 'Wie lange bleiben Kunden, nach Quelle?',
    text: 'Halbwertszeit: Monate, bis die Hälfte der so Gewonnenen aus eigenem Entschluss gegangen ist. Wo eine Quelle fehlt, ist in den verzeichneten Monaten weniger als die Hälfte gegangen.',
    caption: 'Halbwertszeit nach Quelle',
  },
};
export const BASE_WORDS = { en, de };
