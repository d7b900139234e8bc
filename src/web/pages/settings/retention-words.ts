const en = {
  title: 'What is kept how long?',
  lead: 'Carried out once a day; each time is a line of the log.',
  last: (at: string) => `Last carried out ${at}.`,
  never: 'Not carried out yet.',
  what: 'What',
  period: 'How long',
  why: 'Why, and what ends it sooner',
  hours: (count: string) => `${count} hours`,
  days: (count: string) => `${count} days`,
  always: 'as long as this installation stands',
};
const de: typeof en = {
  title: 'Was bleibt wie lange?',
  lead: 'Wird einmal am Tag ausgeführt; jedes Mal steht im Protokoll.',
  last: (at) => `Zuletzt ausgeführt ${at}.`,
  never: 'Noch nicht ausgeführt.',
  what: 'Was',
  period: 'Wie lange',
  why: 'Warum, und was es früher beendet',
  hours: (count) => `${count} Stunden`,
  days: (count) => `${count} Tage`,
  always: 'solange diese Installation besteht',
};
export const RETENTION_WORDS = { en, de };
