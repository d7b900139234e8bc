import { category, count, defineTable, id, number } from '../table.ts';
import { TEAM_HEADERS } from './spellings.ts';

export const teamPulse = defineTable({
  name: 'team_pulse',
  number: 12,
  key: ['team_id', 'wave', 'item'],
  en: 'Mean answer of a team to one question of a staff survey; never of fewer than five people.',
  de: 'Mittlere Antwort eines Teams auf eine Frage der Mitarbeiterbefragung; nie von weniger als fünf Personen.',
  columns: {
    team_id: id({ required: true, en: 'Team.', de: 'Team.', synonyms: [...TEAM_HEADERS, 'Abteilung', 'Department'] }),
    wave: category({
      required: true,
      en: 'Round of the survey.',
      de: 'Befragungswelle.',
      synonyms: ['Welle', 'Befragungswelle', 'Erhebung', 'survey round'],
    }),
    item: category({ required: true, en: 'Question.', de: 'Frage.', synonyms: ['Frage', 'Merkmal', 'question'] }),
    n: count({
      required: true,
      // The floor below which no group may be stored; the tenant may show larger groups only.
      min: 5,
      unit: 'people',
      en: 'How many answered.',
      de: 'Wie viele geantwortet haben.',
      synonyms: ['Anzahl', 'Antworten', 'responses', 'respondents'],
    }),
    mean: number({
      required: true,
      unit: 'points of the scale',
      en: 'Mean of the answers.',
      de: 'Mittelwert der Antworten.',
      synonyms: ['Mittelwert', 'Durchschnitt', 'average', 'mean score'],
    }),
  },
});
