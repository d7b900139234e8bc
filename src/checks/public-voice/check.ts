import { defineCheck } from '../check.ts';
import { assessPublicVoice } from './assess.ts';
import { publicVoiceMessages } from './messages.ts';
import { mentionCells, mentionSubjects } from './query.ts';
import { publicVoiceDefaults } from './settings.ts';

/** M25: what do customers complain of in public? Nobody is listed behind the number: authors are not customers' records. */
export const publicVoice = defineCheck({
  id: 'public-voice',
  measure: 'M25',
  requires: { mention: ['at', 'source'] },
  sharpens: { mention: ['reason_code', 'by', 'replied_at', 'rating'] },
  facts: [],
  defaults: publicVoiceDefaults,
  subjects: mentionSubjects,
  cells: mentionCells,
  affected: null,
  assess: assessPublicVoice,
  messages: publicVoiceMessages,
});
