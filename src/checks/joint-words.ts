import type { CheckWords } from './check-messages.ts';

type Notes = CheckWords['notes'];

/** What the joint model adds to the finding of a single check, and why it may not be added to anything else. */
export const LOSS_ALONE: Readonly<Record<'en' | 'de', Notes>> = {
  en: {
    lossAlone: ({ exits, low, high }, f) =>
      `The loss is the remaining value of about ${f.count(Number(exits))} departures of twelve months that go with it in the joint model, looked at alone (${f.count(Number(low))} to ${f.count(Number(high))}). The same departures may stand behind other findings; never add them.`,
  },
  de: {
    lossAlone: ({ exits, low, high }, f) =>
      `Der Verlust ist der Restwert von etwa ${f.count(Number(exits))} Weggängen in zwölf Monaten, die im gemeinsamen Modell damit einhergehen, für sich allein betrachtet (${f.count(Number(low))} bis ${f.count(Number(high))}). Dieselben Weggänge können hinter anderen Befunden stehen; zählen Sie sie nie zusammen.`,
  },
};

interface BackDoor {
  readonly notes: Notes;
  readonly details: CheckWords['details'];
}

/** Existing customers who leave while a campaign for newcomers runs in their region. */
export const BACK_DOOR: Readonly<Record<'en' | 'de', BackDoor>> = {
  en: {
    notes: {
      backDoorAlone: () =>
        'Back door: departures of existing customers in regions and months with a campaign for newcomers only, beyond equal customers without one (joint model, looked at alone). They are part of no amount here and overlap with other findings.',
    },
    details: {
      backDoorExits:
        'Back door: departures of existing customers in twelve months that go with campaigns for newcomers',
      backDoorValue: 'Back door: remaining value that left with them',
    },
  },
  de: {
    notes: {
      backDoorAlone: () =>
        'Hintertür: Weggänge von Bestandskunden in Regionen und Monaten mit einer Aktion nur für Neukunden, über die gleicher Kunden ohne solche hinaus (gemeinsames Modell, für sich allein betrachtet). Sie stecken hier in keinem Betrag und überschneiden sich mit anderen Befunden.',
    },
    details: {
      backDoorExits: 'Hintertür: Weggänge von Bestandskunden in zwölf Monaten, die mit Neukundenaktionen einhergehen',
      backDoorValue: 'Hintertür: Restwert, der mit ihnen ging',
    },
  },
};
