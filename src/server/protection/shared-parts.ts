import { createFormat } from '#domain/format.ts';
import type { Language } from '#domain/language.ts';
import { RETENTION } from '#domain/retention.ts';
import type { Role } from '#domain/role.ts';
import { ROLES } from '#domain/role.ts';
import { ROLE_WORDS } from '#domain/role-words.ts';
import type { Concern, ProtectionFacts } from './facts.ts';
import { SHARED_WORDS } from './shared-words.ts';

const DAY_HOURS = 24;
const UTC = 'UTC';

export const rolesText = (roles: readonly Role[], language: Language): string =>
  roles.map((role) => ROLE_WORDS[language][role].name).join('; ');

/** What is kept how long, line by line. */
export function retentionRows(facts: ProtectionFacts, language: Language): readonly (readonly string[])[] {
  const words = SHARED_WORDS[language];
  const { count } = createFormat(language);
  const period = (hours: number | null) => {
    if (hours === null) return words.always;
    return hours % DAY_HOURS === 0 && hours > DAY_HOURS
      ? words.days(count(hours / DAY_HOURS))
      : words.hours(count(hours));
  };
  return Object.values(RETENTION).map(({ hours, what, why }) => [
    what[language],
    period(hours === 'sessionHours' ? facts.sessionHours : hours),
    why[language],
  ]);
}

/** Stored tables with the columns that are filled, and whom they concern. */
export function dataRows({ tables }: ProtectionFacts, language: Language): readonly (readonly string[])[] {
  const words = SHARED_WORDS[language];
  const { count } = createFormat(language);
  const concern = (one: Concern) => (one === null ? words.concerns.matter : words.concerns[one]);
  return tables.map((table) => [
    `${table.name}: ${table[language]}`,
    words.rows(count(table.rows)),
    table.columns.map((column) => column[language].replace(/[.]$/, '')).join('; '),
    [...new Set(table.columns.map((column) => concern(column.concern)))].join('; '),
  ]);
}

/** Technical and organisational measures as they stand now. */
export function measures(facts: ProtectionFacts, language: Language): readonly string[] {
  const words = SHARED_WORDS[language];
  const { count, day, instant } = createFormat(language);
  const held = ROLES.filter((role) => facts.people.some((roles) => roles.includes(role)));
  const { agreement, companySignIn } = facts;
  return [
    facts.customersPseudonymous ? words.pseudonymous : words.plain,
    words.staffPseudonymous,
    facts.freeTextAllowed ? words.freeTextOn : words.freeTextOff,
    agreement === null
      ? words.agreementOff
      : words.agreementOn(agreement.title, day(agreement.signedOn), count(facts.minimumGroup)),
    words.cells(count(facts.minimumCell)),
    words.closed(count(facts.closedCustomers)),
    words.erased(count(facts.erasures)),
    words.roles(count(facts.people.length), rolesText(held, language)),
    words.session(count(facts.sessionHours)),
    ...(companySignIn === null ? [] : [words.companySignIn(companySignIn)]),
    words.log,
    facts.storeElsewhere ? words.server : words.local,
    facts.encrypted ? words.encrypted : words.unencrypted,
    words.retention(facts.retentionAt === null ? null : instant(facts.retentionAt, UTC)),
    facts.copies.length === 0 ? words.noCopies : words.copies(facts.copies.join(', ')),
  ];
}

export const leadOf = (facts: ProtectionFacts, language: Language): string =>
  SHARED_WORDS[language].lead(createFormat(language).instant(facts.writtenAt, UTC), facts.programVersion);
