import { boolean, category, count, date, defineTable, id } from '../table.ts';
import { CUSTOMER_HEADERS } from './spellings.ts';

export const customer = defineTable({
  name: 'customer',
  number: 1,
  key: ['customer_id'],
  customer: 'customer_id',
  en: 'A party: a person, household or company that has or had contracts.',
  de: 'Eine Partei: Person, Haushalt oder Firma, die Verträge hat oder hatte.',
  columns: {
    customer_id: id({
      person: 'customer',
      required: true,
      en: 'Your own number of the party.',
      de: 'Ihre eigene Nummer der Partei.',
      synonyms: [...CUSTOMER_HEADERS, 'hs_object_id', 'Record ID', 'company id', 'contact id'],
    }),
    customer_since: date({
      en: 'First day as a customer of the house.',
      de: 'Erster Tag als Kunde des Hauses.',
      synonyms: ['Kunde seit', 'member since', 'Erstkontakt', 'Eröffnung Kunde'],
    }),
    kind: category({
      en: 'Person, household or company.',
      de: 'Person, Haushalt oder Firma.',
      synonyms: ['Kundenart', 'party type', 'account type'],
      values: {
        person: ['privat', 'privatkunde', 'natural person', 'b2c', 'consumer'],
        household: ['haushalt'],
        company: ['firma', 'geschäftskunde', 'gewerbe', 'b2b', 'business', 'organisation', 'organization'],
      },
    }),
    segment: category({
      en: 'Your own customer group.',
      de: 'Ihre eigene Kundengruppe.',
      synonyms: ['Kundensegment', 'Kundengruppe', 'customer segment', 'tier'],
    }),
    region: category({
      en: 'Coarse region, at most a two-digit postcode.',
      de: 'Grobe Region, höchstens zweistellige Postleitzahl.',
      synonyms: ['PLZ2', 'Gebiet', 'Bundesland', 'Country', 'Land', 'state'],
    }),
    birth_decade: count({
      en: 'Decade of birth, only where the law allows it.',
      de: 'Geburtsjahrzehnt, nur wo zulässig.',
      unit: 'year',
      min: 1880,
      max: 2030,
      synonyms: ['Geburtsjahrzehnt'],
    }),
    group_id: id({
      person: 'customer',
      en: 'Company group or household the party belongs to.',
      de: 'Konzern oder Haushalt, zu dem die Partei gehört.',
      synonyms: ['Konzern', 'ParentId', 'Haushalt-Nr', 'group'],
    }),
    identity_key: id({
      person: 'customer',
      en: 'Hash that recognises the same party under a new number (household, meter, VAT, phone).',
      de: 'Hashwert, der dieselbe Partei unter neuer Nummer erkennt (Haushalt, Zähler, USt-Id, Telefon).',
      synonyms: ['identity', 'match key', 'Identitätsschlüssel'],
    }),
    consent_email: boolean({
      en: 'May be written to by e-mail.',
      de: 'Darf per E-Mail angeschrieben werden.',
      synonyms: ['Einwilligung E-Mail', 'opt-in email'],
    }),
    consent_email_on: date({
      en: 'Day of the e-mail consent.',
      de: 'Tag der E-Mail-Einwilligung.',
      event: true,
      synonyms: ['Einwilligung E-Mail am'],
    }),
    consent_phone: boolean({
      en: 'May be called.',
      de: 'Darf angerufen werden.',
      synonyms: ['Einwilligung Telefon', 'opt-in phone'],
    }),
    consent_phone_on: date({
      en: 'Day of the phone consent.',
      de: 'Tag der Telefon-Einwilligung.',
      event: true,
      synonyms: ['Einwilligung Telefon am'],
    }),
    consent_post: boolean({
      en: 'May be written to by post.',
      de: 'Darf per Post angeschrieben werden.',
      synonyms: ['Einwilligung Post', 'opt-in post'],
    }),
    consent_post_on: date({
      en: 'Day of the postal consent.',
      de: 'Tag der Post-Einwilligung.',
      event: true,
      synonyms: ['Einwilligung Post am'],
    }),
    objection_profiling: boolean({
      en: 'Objects to profiling (GDPR Art. 21).',
      de: 'Widerspricht dem Profiling (Art. 21 DSGVO).',
      synonyms: ['Widerspruch Profiling'],
    }),
    restricted: boolean({
      en: 'Processing restricted (GDPR Art. 18).',
      de: 'Verarbeitung eingeschränkt (Art. 18 DSGVO).',
      synonyms: ['gesperrt', 'Sperrkennzeichen'],
    }),
    language: category({
      en: 'Language of correspondence.',
      de: 'Korrespondenzsprache.',
      synonyms: ['Sprache', 'locale'],
    }),
  },
});
