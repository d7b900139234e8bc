import { category, defineTable, instant, text } from '../table.ts';

export const noticeEvent = defineTable({
  name: 'notice_event',
  number: 21,
  key: ['at', 'kind', 'scope'],
  en: 'Something that makes customers look at their contract.',
  de: 'Etwas, das Kunden auf ihren Vertrag schauen lässt.',
  columns: {
    // Not an event that must lie in the past: the end of a term is known long before.
    at: instant({
      required: true,
      en: 'When it happens.',
      de: 'Wann es geschieht.',
      synonyms: ['Zeitpunkt', 'Datum', 'Ereignisdatum', 'date', 'event date'],
    }),
    kind: category({
      required: true,
      en: 'What it is.',
      de: 'Was es ist.',
      synonyms: ['Art', 'Ereignis', 'Ereignisart', 'event', 'event type'],
      values: {
        price_letter: ['preisbrief', 'preisanpassungsschreiben', 'preiserhöhungsschreiben', 'price notice'],
        term_end: ['laufzeitende', 'vertragsende', 'end of term'],
        competitor_campaign: [
          'wettbewerberkampagne',
          'wettbewerbskampagne',
          'kampagne wettbewerb',
          'campaign of competitor',
        ],
        press: ['presse', 'pressebericht', 'media', 'news'],
        best_tariff_notice: ['besttarifhinweis', 'bestpreishinweis', 'best tariff', 'end-of-contract notice'],
      },
    }),
    scope: text({
      en: 'Rule that says whom it reached, as JSON; empty: everyone.',
      de: 'Regel, wen es erreichte, als JSON; leer: alle.',
      synonyms: ['Geltungsbereich', 'betrifft', 'Zielgruppe', 'audience'],
    }),
  },
});
