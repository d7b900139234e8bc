import { inconclusive, type Verdict } from '../verdict.ts';
import type { ContactCounts } from './contact-counts.ts';
import type { WaitGapSettings } from './settings.ts';

/** Why the contacts do not allow an answer, with what is needed and what there is; null when they do. */
export function refusal(found: ContactCounts, settings: WaitGapSettings, parts: Partial<Verdict>): Verdict | null {
  const contacts = settings.minimumContacts;
  const days = settings.minimumDays;
  const say = (id: string, needed: number, has: number, sharpen: string | null = null) =>
    inconclusive(id, { needed, has }, { ...parts, sharpen });
  const counted = found.existing + found.newcomers + found.unknown;
  if (counted === 0 && found.noOutcome > 0) return say('noOutcome', contacts, 0, 'contact.answered');
  if (counted > 0 && found.unknown === counted) return say('noClass', contacts, 0, 'contact.caller_class');
  if (found.existing < contacts) return say('tooFewExisting', contacts, found.existing);
  if (found.newcomers < contacts) return say('tooFewNewcomers', contacts, found.newcomers);
  if (found.existingDays < days) return say('tooFewDaysExisting', days, found.existingDays);
  if (found.newcomerDays < days) return say('tooFewDaysNewcomers', days, found.newcomerDays);
  const overlap = found.existingCompared / found.existing;
  if (overlap < settings.minimumOverlap) return say('lowOverlap', settings.minimumOverlap, overlap);
  return null;
}
