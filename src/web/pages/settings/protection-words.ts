const en = {
  title: 'Documents of data protection',
  lead: 'Written at this moment from what this installation holds and does. What no program can know is a blank line to be filled in. Taking one along is a line of the log.',
  documents: {
    downloadRecord: 'Record of processing (Art. 30 GDPR)',
    downloadAssessment: 'Impact assessment (Art. 35 GDPR)',
  },
  languages: { de: 'German', en: 'English' },
  take: (document: string, language: string) => `${document}, in ${language}`,
};
const de: typeof en = {
  title: 'Dokumente des Datenschutzes',
  lead: 'In diesem Augenblick aus dem geschrieben, was diese Installation enthält und tut. Was kein Programm wissen kann, ist eine Leerzeile zum Ausfüllen. Das Mitnehmen steht im Protokoll.',
  documents: {
    downloadRecord: 'Verzeichnis von Verarbeitungstätigkeiten (Art. 30 DSGVO)',
    downloadAssessment: 'Datenschutz-Folgenabschätzung (Art. 35 DSGVO)',
  },
  languages: { de: 'Deutsch', en: 'Englisch' },
  take: (document, language) => `${document} auf ${language}`,
};
export const PROTECTION_WORDS = { en, de };
