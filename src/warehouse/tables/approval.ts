import { category, defineTable, id, instant, money } from '../table.ts';

export const approval = defineTable({
  name: 'approval',
  number: 9,
  key: ['case_id', 'requested_at', 'rule_id', 'level'],
  orders: [{ before: 'requested_at', after: 'decided_at' }],
  en: 'A request for permission that a case had to wait for.',
  de: 'Eine Freigabe, auf die ein Vorgang warten musste.',
  columns: {
    case_id: id({
      required: true,
      en: 'Case that waited.',
      de: 'Vorgang, der wartete.',
      synonyms: ['Vorgang', 'Vorgangsnummer', 'Ticket', 'ticket_id', 'CaseNumber', 'Schadennr', 'TargetObjectId'],
    }),
    requested_at: instant({
      required: true,
      event: true,
      en: 'When permission was asked for.',
      de: 'Wann die Freigabe angefragt wurde.',
      synonyms: ['angefragt am', 'beantragt am', 'Freigabe angefragt', 'CreatedDate', 'submitted at'],
    }),
    decided_at: instant({
      event: true,
      en: 'When it was decided; empty while pending.',
      de: 'Wann entschieden wurde; leer, solange offen.',
      synonyms: ['entschieden am', 'freigegeben am', 'genehmigt am', 'CompletedDate', 'approved at'],
    }),
    outcome: category({
      en: 'What was decided.',
      de: 'Was entschieden wurde.',
      synonyms: ['Entscheidung', 'Ergebnis', 'Freigabe', 'Genehmigung', 'StepStatus', 'Status', 'decision'],
      values: {
        granted: ['genehmigt', 'freigegeben', 'approved', 'bewilligt', 'ja'],
        changed: ['geändert', 'mit änderung', 'modified', 'teilweise'],
        refused: ['abgelehnt', 'verweigert', 'rejected', 'denied', 'nein'],
        pending: ['offen', 'ausstehend', 'open', 'wartend'],
      },
    }),
    rule_id: id({
      en: 'Rule that demands the permission.',
      de: 'Vorschrift, die die Freigabe verlangt.',
      synonyms: ['Regel', 'Regel-Nr', 'Vorschrift', 'Limit', 'Regulierungsvollmacht', 'ProcessDefinitionId'],
    }),
    amount: money({
      min: 0,
      en: 'Money that permission was asked for.',
      de: 'Betrag, für den angefragt wurde.',
      synonyms: ['Betrag', 'Freigabebetrag', 'requested amount'],
    }),
    level: category({
      en: 'Level that decides.',
      de: 'Ebene, die entscheidet.',
      synonyms: ['Ebene', 'Freigabestufe', 'Stufe', 'approval level', 'approver role'],
    }),
  },
});
