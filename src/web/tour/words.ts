import type { PlaceName } from '../shell/navigation.ts';

interface Said {
  readonly title: string;
  readonly text: string;
}

interface TourWords {
  readonly label: string;
  readonly next: string;
  readonly back: string;
  readonly end: string;
  readonly step: (at: string, of: string) => string;
  readonly stops: Readonly<Partial<Record<PlaceName, Said>>>;
}

const en: TourWords = {
  label: 'Short tour',
  next: 'Next',
  back: 'Back',
  end: 'End the tour',
  step: (at, of) => `${at} of ${of}`,
  stops: {
    map: {
      title: 'Where customers are second class',
      text: 'Every question compares an existing customer with the same person arriving today. The heaviest findings stand first, each with its interval and the grade of its evidence.',
    },
    leaving: {
      title: 'Who leaves, and what we did first',
      text: 'Exits are counted once, however many things touched a customer. Nobody is put in an order by risk alone.',
    },
    base: {
      title: 'What the base is worth',
      text: 'Newcomers may only replace those who leave. Here you see how long each source keeps its customers.',
    },
    cfo: {
      title: 'What it costs, and when ending it pays',
      text: 'The overpayment is revenue today; it stands beside the losses. Turn the assumptions and watch the break-even.',
    },
    work: {
      title: 'What we do about it',
      text: 'Findings become actions with an owner and a day. Practices are confirmed, abolished, and verified by a new audit.',
    },
    proofs: {
      title: 'Whether it worked',
      text: 'A proof is registered before the repair begins and cannot be changed. "Not enough data" is an honest verdict too.',
    },
    data: {
      title: 'From your own data',
      text: 'One table of contracts is enough to begin. Each question says which column would sharpen it most.',
    },
  },
};

const de: TourWords = {
  label: 'Kurze Führung',
  next: 'Weiter',
  back: 'Zurück',
  end: 'Führung beenden',
  step: (at, of) => `${at} von ${of}`,
  stops: {
    map: {
      title: 'Wo Kunden zweite Klasse sind',
      text: 'Jede Frage vergleicht einen Bestandskunden mit derselben Person, die heute neu käme. Die schwersten Befunde stehen zuerst, jeder mit seinem Intervall und seiner Aussagekraft.',
    },
    leaving: {
      title: 'Wer geht, und was wir vorher taten',
      text: 'Jeder Weggang zählt einmal, wie vieles den Kunden auch berührte. Nach dem Risiko allein wird niemand geordnet.',
    },
    base: {
      title: 'Was der Bestand wert ist',
      text: 'Neukunden ersetzen vielleicht nur die, die gehen. Hier sehen Sie, wie lange jede Quelle ihre Kunden hält.',
    },
    cfo: {
      title: 'Was es kostet, und wann das Ende sich rechnet',
      text: 'Die Überzahlung ist heute Einnahme; sie steht neben den Verlusten. Drehen Sie an den Annahmen und sehen Sie, wie sich die Schwelle bewegt.',
    },
    work: {
      title: 'Was wir dagegen tun',
      text: 'Aus Befunden werden Maßnahmen mit Zuständigen und Termin. Praktiken werden bestätigt, abgeschafft und durch eine neue Prüfung nachgewiesen.',
    },
    proofs: {
      title: 'Ob es gewirkt hat',
      text: 'Ein Wirkungsnachweis wird angemeldet, bevor die Verbesserung beginnt, und lässt sich nicht mehr ändern. Auch „nicht genug Daten“ ist ein ehrliches Urteil.',
    },
    data: {
      title: 'Aus Ihren eigenen Daten',
      text: 'Eine Tabelle mit Verträgen genügt für den Anfang. Jede Frage sagt, welche Spalte sie am meisten schärfen würde.',
    },
  },
};
export const TOUR_WORDS = { en, de };
