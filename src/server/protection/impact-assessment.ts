import { createFormat } from '#domain/format.ts';
import type { Language } from '#domain/language.ts';
import { LIMITED } from '#domain/retention.ts';
import { exportAffected } from '#endpoints/affected.ts';
import { downloadExport } from '#endpoints/exports.ts';
import { ACTIVITIES, rolesOf } from './activities.ts';
import { ASSESSMENT_WORDS } from './assessment-words.ts';
import { blank, documentPage, heading, list, table, text } from './document.ts';
import type { ProtectionFacts } from './facts.ts';
import { RISKS } from './risks.ts';
import { dataRows, leadOf, measures, retentionRows, rolesText } from './shared-parts.ts';
import { SHARED_WORDS } from './shared-words.ts';

const DAY_HOURS = 24;

/** The impact assessment of this installation, prefilled; judging what remains is left to people. */
export function impactAssessment(facts: ProtectionFacts, language: Language): string {
  const words = ASSESSMENT_WORDS[language];
  const shared = SHARED_WORDS[language];
  const { count, day } = createFormat(language);
  const told = {
    cell: count(facts.minimumCell),
    group: count(facts.minimumGroup),
    exporters: rolesText(rolesOf({ through: [exportAffected, downloadExport] }), language),
    exportPeriod: shared.days(count(LIMITED.exports.hours / DAY_HOURS)),
  };
  const hasStaff = facts.tables.some(({ columns }) => columns.some(({ concern }) => concern === 'staff'));
  const data = dataRows(facts, language);
  const { merging, profiles, staff } = words.occasions;
  return documentPage(language, words.title, leadOf(facts, language), [
    text(shared.company(facts.companyName)),
    blank(shared.open(shared.controller)),
    heading(words.occasion),
    list([merging(count(facts.tables.length)), profiles, ...(hasStaff ? [staff] : [])]),
    heading(words.description),
    table(
      words.activityHead,
      Object.values(ACTIVITIES).map((activity) => {
        const { name, purpose } = activity.words[language];
        return [name, purpose, rolesText(rolesOf(activity), language)];
      }),
    ),
    heading(words.data),
    data.length === 0 ? text(shared.empty) : table(words.dataHead, data),
    text(facts.lastAudit === null ? words.noAudit : words.audit(day(facts.lastAudit.asOf))),
    heading(words.need),
    list([words.needs.less, words.needs.groups(told.cell), words.needs.decision, words.needs.rights]),
    blank(shared.open(words.balance)),
    heading(words.risks),
    table(
      words.riskHead,
      RISKS.map((each) => [each[language].risk, each[language].measure(told), '']),
    ),
    heading(words.measures),
    list(measures(facts, language)),
    heading(words.retention),
    table(words.retentionHead, retentionRows(facts, language)),
    heading(words.views),
    blank(shared.open(words.officer)),
    blank(shared.open(words.people)),
    blank(shared.open(words.result)),
  ]);
}
