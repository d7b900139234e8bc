import type { Language } from '#domain/language.ts';

interface Told {
  readonly cell: string;
  readonly group: string;
  readonly exportPeriod: string;
  /** Roles that may take lists of people out of the house. */
  readonly exporters: string;
}
type Risk = Readonly<Record<Language, { readonly risk: string; readonly measure: (told: Told) => string }>>;

/** What could go wrong for people, and what of the program stands against it; each measure is held by a test of the server. */
export const RISKS: readonly Risk[] = [
  {
    en: {
      risk: 'Customers are priced or served by how patient they are.',
      measure: () =>
        'Findings go towards correction: who overpays in silence can be exported for a correction only. Agents see no score and no label.',
    },
    de: {
      risk: 'Kunden bekommen Preis oder Bedienung nach ihrer Geduld.',
      measure: () =>
        'Befunde führen zur Berichtigung: Wer stillschweigend zu viel zahlt, wird nur zur Berichtigung ausgeleitet. Betreuende sehen weder Punktwert noch Einstufung.',
    },
  },
  {
    en: {
      risk: 'Somebody is recognised in a small group.',
      measure: ({ cell }) => `Groups of fewer than ${cell} are not shown; filters cannot get around it.`,
    },
    de: {
      risk: 'Jemand wird in einer kleinen Gruppe erkannt.',
      measure: ({ cell }) => `Gruppen unter ${cell} werden nicht gezeigt; Filter umgehen das nicht.`,
    },
  },
  {
    en: {
      risk: 'People who work here are monitored.',
      measure: ({ group }) =>
        `Stored under pseudonyms, asked about only under a works agreement and for groups of ${group} or more; no list, no export, no usage telemetry.`,
    },
    de: {
      risk: 'Mitarbeitende werden überwacht.',
      measure: ({ group }) =>
        `Unter Pseudonym gespeichert, nur nach Betriebsvereinbarung und für Gruppen ab ${group} befragt; keine Liste, keine Ausleitung, keine Aufzeichnung der Benutzung.`,
    },
  },
  {
    en: {
      risk: 'Somebody who objected or is restricted is listed or contacted all the same.',
      measure: () =>
        'Left out of every list, export and network at once; files that wait to be fetched are thrown away.',
    },
    de: {
      risk: 'Wer widersprochen hat oder eingeschränkt ist, wird trotzdem aufgelistet oder angesprochen.',
      measure: () => 'Sofort aus jeder Liste, Ausleitung und jedem Netz genommen; wartende Dateien werden gelöscht.',
    },
  },
  {
    en: {
      risk: 'A list leaves the house and is used for something else.',
      measure: ({ exportPeriod, exporters }) =>
        `Only these roles may export: ${exporters}; the purpose and whoever fetched the file are logged; the file waits ${exportPeriod} at most, for one person.`,
    },
    de: {
      risk: 'Eine Liste verlässt das Haus und wird für anderes benutzt.',
      measure: ({ exportPeriod, exporters }) =>
        `Nur diese Rollen dürfen ausleiten: ${exporters}; Zweck und Abholung stehen im Protokoll; die Datei liegt höchstens ${exportPeriod} bereit, für eine Person.`,
    },
  },
  {
    en: {
      risk: 'Somebody erased is still stored somewhere.',
      measure: () =>
        'Erasure goes through every table, receipt, quote and export by the declarations of the tables; what a program cannot change is named to data protection.',
    },
    de: {
      risk: 'Wer gelöscht wurde, ist noch irgendwo gespeichert.',
      measure: () =>
        'Die Löschung geht nach den Erklärungen der Tabellen durch alle Tabellen, Quittungen, Zitate und Ausleitungen; was ein Programm nicht ändern kann, wird dem Datenschutz genannt.',
    },
  },
  {
    en: {
      risk: 'Somebody sees what their role must not see.',
      measure: () =>
        'The server refuses, not the page; a test tries every role at every address. Every look at a customer is a line of the log.',
    },
    de: {
      risk: 'Jemand sieht, was die eigene Rolle nicht sehen darf.',
      measure: () =>
        'Der Server weist ab, nicht erst die Seite; ein Test probiert jede Rolle an jeder Adresse. Jeder Blick auf einen Kunden ist eine Zeile des Protokolls.',
    },
  },
  {
    en: {
      risk: 'A wrong result leads to a wrong decision about people.',
      measure: () =>
        'Every number carries its interval, its grade of evidence and what would overturn it; below grade B no sentence names a cause.',
    },
    de: {
      risk: 'Ein falsches Ergebnis führt zu einer falschen Entscheidung über Menschen.',
      measure: () =>
        'Jede Zahl trägt ihr Intervall, ihre Evidenzstufe und was sie umstoßen würde; unter Stufe B nennt kein Satz eine Ursache.',
    },
  },
];
