import type { Format } from '#domain/format.ts';
import type { LoyaltiesReply } from './shown-customer.ts';
import type { TIE_WORDS } from './tie-words.ts';

export type Loyalties = NonNullable<LoyaltiesReply['loyalties']>;
export type LoyaltyName = keyof Loyalties;
export const LOYALTY_NAMES = ['company', 'offers', 'people', 'networks'] as const satisfies readonly LoyaltyName[];
type Words = typeof TIE_WORDS.en.loyalties;
type CompanyDeed = keyof Words['deeds'];

/** Points as the customer gave them, on the scale of the question. */
export function answerTexts({ answers }: Loyalties[LoyaltyName], words: Words, f: Format): readonly string[] {
  const points = (given: number) => f.number(given, Number.isInteger(given) ? 0 : 1);
  return answers.map(({ question, value, scaleMax, on }) =>
    words.answer({
      value: points(value),
      most: points(scaleMax),
      question: question.replaceAll('_', ' '),
      day: f.day(on),
    }),
  );
}

function companyTexts(deeds: NonNullable<Loyalties['company']['deeds']>, words: Words, f: Format): readonly string[] {
  const told = (name: CompanyDeed) => {
    const { inYear, last } = deeds[name];
    return last === null ? words.deeds[name].none : words.deeds[name].some(f.count(inYear), f.day(last));
  };
  // Where nobody was contacted, that none of it was giving says nothing.
  return deeds.contacts.last === null
    ? [told('contacts'), told('visits')]
    : [told('contacts'), told('giving'), told('visits')];
}

/** What we do for one of the ties, in lines; none where nothing is on record. */
export function deedTexts(name: LoyaltyName, loyalties: Loyalties, words: Words, f: Format): readonly string[] {
  const { company, offers, people, networks } = loyalties;
  if (name === 'company') return company.deeds === null ? [] : companyTexts(company.deeds, words, f);
  if (name === 'people') return people.deeds === null ? [] : [words.changes(people.deeds.changes)];
  if (name === 'networks') {
    if (networks.deeds === null) return [];
    const { recommendations, thanked } = networks.deeds;
    return [words.recommended(recommendations), thanked === null ? words.thanksUnknown : words.thanked(thanked)];
  }
  if (offers.deeds === null) return [];
  const { contracts, products, since, boundUntil } = offers.deeds;
  return [
    words.running(contracts, products),
    ...(since === null ? [] : [words.since(f.day(since), contracts)]),
    ...(boundUntil === null ? [] : [words.bound(f.day(boundUntil))]),
  ];
}
