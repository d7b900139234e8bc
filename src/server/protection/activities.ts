import type { Language } from '#domain/language.ts';
import { ROLES, type Role } from '#domain/role.ts';
import { listAffected } from '#endpoints/affected.ts';
import { listLog } from '#endpoints/audit-log.ts';
import { getPresentation, startAudit } from '#endpoints/audits.ts';
import { startImport } from '#endpoints/company-data.ts';
import { findCustomers, getCustomer, getCustomerLoyalties, getCustomerTies } from '#endpoints/customers.ts';
import { reportRule } from '#endpoints/desk.ts';
import type { Endpoint } from '#endpoints/endpoint.ts';
import { downloadExport, startPeopleExport, startTableExport } from '#endpoints/exports.ts';
import { getNetwork } from '#endpoints/networks.ts';
import { erasePerson, getPerson } from '#endpoints/rights.ts';
import { inviteUser, listUsers } from '#endpoints/users.ts';
import { getStaffRoom } from '#endpoints/works-agreement.ts';

interface Activity {
  /** Addresses of the server through which it is done: their roles are those of the activity. */
  readonly through: readonly Endpoint[];
  readonly words: Readonly<
    Record<
      Language,
      { readonly name: string; readonly purpose: string; readonly basis: string; readonly people: string }
    >
  >;
}

/** What the house does with data about people. The legal basis is proposed; whoever is responsible decides. */
export const ACTIVITIES: Readonly<Record<string, Activity>> = {
  equalTreatment: {
    through: [startImport, startAudit, getPresentation],
    words: {
      en: {
        name: 'Comparing how existing customers and newcomers are treated',
        purpose:
          'To find where existing customers are treated worse than newcomers, and what that costs. Results are numbers of groups.',
        basis: 'Art. 6 (1) (f) GDPR: fair treatment of one’s own customers; objection under Art. 21 (1) is carried out',
        people: 'Customers',
      },
      de: {
        name: 'Vergleich der Behandlung von Bestands- und Neukunden',
        purpose:
          'Feststellen, wo Bestandskunden schlechter behandelt werden als Neukunden und was das kostet. Ergebnisse sind Zahlen von Gruppen.',
        basis:
          'Art. 6 Abs. 1 Buchst. f DSGVO: faire Behandlung der eigenen Kunden; ein Widerspruch nach Art. 21 Abs. 1 wird ausgeführt',
        people: 'Kunden',
      },
    },
  },
  lists: {
    through: [listAffected, startPeopleExport, startTableExport, downloadExport],
    words: {
      en: {
        name: 'Lists of those behind a finding',
        purpose:
          'To correct prices and treatment, to care for customers, to prove effects, to analyse. The purpose of every export is logged.',
        basis: 'Art. 6 (1) (b) GDPR for correcting a contract, otherwise (f); advertising needs a consent of its own',
        people: 'Customers',
      },
      de: {
        name: 'Listen der von einem Befund Betroffenen',
        purpose:
          'Preise und Behandlung berichtigen, Kunden betreuen, Wirkung nachweisen, auswerten. Der Zweck jeder Ausleitung steht im Protokoll.',
        basis:
          'Art. 6 Abs. 1 Buchst. b DSGVO für die Berichtigung eines Vertrags, sonst Buchst. f; Werbung braucht eine eigene Einwilligung',
        people: 'Kunden',
      },
    },
  },
  service: {
    through: [findCustomers, getCustomer, getCustomerTies, getCustomerLoyalties, reportRule],
    words: {
      en: {
        name: 'Serving one customer',
        purpose:
          'To know one’s customer: contracts, contacts, promises, contact persons, what a newcomer would get. No score, no forecast, no label for agents. Those in charge of care also see what is on record about the four loyalties, unless the customer objected; never to set a price.',
        basis: 'Art. 6 (1) (b) GDPR; for the four loyalties Art. 6 (1) (f)',
        people: 'Customers; people who work here only as the author of a deed in the log',
      },
      de: {
        name: 'Betreuung eines einzelnen Kunden',
        purpose:
          'Den Kunden kennen: Verträge, Kontakte, Zusagen, Ansprechpersonen und was ein Neukunde bekäme. Kein Punktwert, keine Vorhersage, keine Einstufung für Betreuende. Wer die Betreuung verantwortet, sieht auch, was über die vier Loyalitäten verzeichnet ist, außer nach einem Widerspruch; nie, um einen Preis zu bilden.',
        basis: 'Art. 6 Abs. 1 Buchst. b DSGVO; für die vier Loyalitäten Buchst. f',
        people: 'Kunden; Mitarbeitende nur als Urheber eines Vorgangs im Protokoll',
      },
    },
  },
  networks: {
    through: [getNetwork],
    words: {
      en: {
        name: 'Networks of customers',
        purpose: 'To see how ties between customers are made up. The picture names nobody and leaves small groups out.',
        basis: 'Art. 6 (1) (f) GDPR',
        people: 'Customers',
      },
      de: {
        name: 'Netze von Kunden',
        purpose:
          'Sehen, wie Verbindungen zwischen Kunden aufgebaut sind. Das Bild nennt niemanden und lässt kleine Gruppen weg.',
        basis: 'Art. 6 Abs. 1 Buchst. f DSGVO',
        people: 'Kunden',
      },
    },
  },
  staff: {
    through: [getStaffRoom],
    words: {
      en: {
        name: 'Questions about staff, by groups only',
        purpose:
          'To see whether customers are treated differently by team. Never a value of one person; silent without a works agreement.',
        basis: 'A works agreement (§ 87 (1) no. 6 BetrVG, Art. 88 GDPR)',
        people: 'People who work here, under pseudonyms',
      },
      de: {
        name: 'Fragen zu Mitarbeitenden, nur nach Gruppen',
        purpose:
          'Sehen, ob Kunden je nach Team verschieden behandelt werden. Nie ein Wert einer einzelnen Person; ohne Betriebsvereinbarung aus.',
        basis: 'Eine Betriebsvereinbarung (§ 87 Abs. 1 Nr. 6 BetrVG, Art. 88 DSGVO)',
        people: 'Mitarbeitende, unter Pseudonym',
      },
    },
  },
  rights: {
    through: [getPerson, erasePerson],
    words: {
      en: {
        name: 'Answering the rights of persons',
        purpose:
          'Access, rectification at the source, erasure, restriction, portability, objection (Art. 15 to 21 GDPR).',
        basis: 'Art. 6 (1) (c) GDPR',
        people: 'Customers',
      },
      de: {
        name: 'Rechte von Personen erfüllen',
        purpose:
          'Auskunft, Berichtigung an der Quelle, Löschung, Einschränkung, Übertragbarkeit, Widerspruch (Art. 15 bis 21 DSGVO).',
        basis: 'Art. 6 Abs. 1 Buchst. c DSGVO',
        people: 'Kunden',
      },
    },
  },
  accounts: {
    through: [listUsers, inviteUser, listLog],
    words: {
      en: {
        name: 'Accounts and the log of deeds',
        purpose:
          'To let in only whoever may, and to prove who saw or changed what. Clicks and working times are not recorded.',
        basis: 'Art. 6 (1) (c) and (f), Art. 32 GDPR',
        people: 'People who work here and have an account',
      },
      de: {
        name: 'Konten und Protokoll der Vorgänge',
        purpose:
          'Nur einlassen, wer darf, und nachweisen, wer was gesehen oder geändert hat. Klicks und Arbeitszeiten werden nicht aufgezeichnet.',
        basis: 'Art. 6 Abs. 1 Buchst. c und f, Art. 32 DSGVO',
        people: 'Mitarbeitende mit einem Konto',
      },
    },
  },
};

/** Roles that may do any part of it, as the addresses of the server declare. */
export const rolesOf = ({ through }: Pick<Activity, 'through'>): readonly Role[] =>
  ROLES.filter((role) => through.some(({ access }) => Array.isArray(access) && access.includes(role)));
