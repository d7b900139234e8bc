const en = {
  halfLife: {
    title: 'How long do customers stay, by source?',
    text: 'Half-life: months until half of those won this way have left of their own accord. Where a source is not listed, fewer than half have left within the months on record.',
    caption: 'Half-life by source',
  },
};
const de: typeof en = {
  halfLife: {
    title: 'Wie lange bleiben Kunden, nach Quelle?',
    text: 'Halbwertszeit: Monate, bis die Hälfte der so Gewonnenen aus eigenem Entschluss gegangen ist. Wo eine Quelle fehlt, ist in den verzeichneten Monaten weniger als die Hälfte gegangen.',
    caption: 'Halbwertszeit nach Quelle',
  },
};
export const BASE_WORDS = { en, de };
