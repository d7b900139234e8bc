import { category, date, defineTable, id, number, share } from '../table.ts';

export const promise = defineTable({
  name: 'promise',
  number: 24,
  key: ['promise_id', 'valid_from'],
  orders: [{ before: 'valid_from', after: 'valid_to' }],
  en: 'A promise of the company to its customers, with what proves that it is kept.',
  de: 'Ein Versprechen der Firma an ihre Kunden, mit dem, was beweist, dass es gehalten wird.',
  columns: {
    promise_id: id({
      required: true,
      en: 'Your own code of the promise, without its wording.',
      de: 'Ihr eigener Schlüssel des Versprechens, ohne den Wortlaut.',
      synonyms: ['Versprechen', 'Versprechen-Nr', 'Zusage', 'Servicezusage', 'promise code', 'commitment'],
    }),
    valid_from: date({
      required: true,
      en: 'First day on which it is given.',
      de: 'Erster Tag, an dem es gilt.',
      synonyms: ['gültig ab', 'gilt ab', 'versprochen ab', 'promised from'],
    }),
    valid_to: date({
      en: 'Last day on which it is given; empty while it stands.',
      de: 'Letzter Tag, an dem es gilt; leer, solange es besteht.',
      synonyms: ['gültig bis', 'gilt bis', 'versprochen bis', 'promised until'],
    }),
    measure: category({
      en: 'What proves it: a case closed, a contact answered, a mention replied to, an approval decided, a rating given; empty: nothing does.',
      de: 'Was es beweist: Vorgang gelöst, Kontakt angenommen, Äußerung beantwortet, Freigabe entschieden, Bewertung erreicht; leer: nichts.',
      synonyms: ['Messgröße', 'Kriterium', 'Nachweis', 'criterion', 'proved by'],
      values: {
        case_closed: ['vorgang gelöst', 'anliegen gelöst', 'antwort', 'lösung', 'case resolved', 'ticket closed'],
        contact_answered: ['anruf angenommen', 'wartezeit', 'erreichbarkeit', 'call answered', 'wait'],
        mention_replied: ['bewertung beantwortet', 'review replied', 'reply to review'],
        approval_decided: ['freigabe entschieden', 'genehmigung entschieden', 'approval time'],
        rating: ['zufriedenheit', 'bewertung', 'note', 'satisfaction'],
        not_testable: ['nicht prüfbar', 'nicht messbar', 'slogan', 'untestable', 'none'],
      },
    }),
    threshold: number({
      unit: 'of `unit`',
      min: 0,
      en: 'Within how long, or from how many points on, it counts as kept.',
      de: 'Binnen welcher Zeit oder ab wie vielen Punkten es als gehalten gilt.',
      synonyms: ['Schwelle', 'Grenzwert', 'Frist', 'Zielwert', 'limit', 'target'],
    }),
    unit: category({
      en: 'Unit of the threshold; empty: hours, for contacts seconds, for ratings points.',
      de: 'Einheit der Schwelle; leer: Stunden, bei Kontakten Sekunden, bei Bewertungen Punkte.',
      synonyms: ['Einheit', 'Maßeinheit', 'unit of measure'],
      values: {
        seconds: ['sekunden', 's', 'sec'],
        minutes: ['minuten', 'min'],
        hours: ['stunden', 'h', 'std'],
        days: ['tage', 'd'],
        points: ['punkte', 'sterne', 'stars'],
      },
    }),
    promised_share: share({
      en: 'Share of occasions for which it is promised; empty: every one.',
      de: 'Anteil der Anlässe, für den es versprochen ist; leer: jeder.',
      synonyms: ['zugesagter Anteil', 'Zielquote', 'target share'],
    }),
    topic: category({
      en: 'Only for this topic; of a rating: only this question.',
      de: 'Nur für dieses Thema; bei Bewertungen: nur diese Frage.',
      synonyms: ['Thema', 'Frage', 'topic code'],
    }),
    channel: category({
      en: 'Only for this channel.',
      de: 'Nur für diesen Kanal.',
      synonyms: ['Kanal', 'Kontaktweg'],
    }),
    source: category({
      en: 'Where it is given: website, terms, advert, letter ...',
      de: 'Wo es steht: Website, Bedingungen, Werbung, Brief ...',
      synonyms: ['Quelle', 'Fundstelle', 'Medium', 'where promised'],
    }),
  },
});
