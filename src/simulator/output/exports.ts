import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Cell, Row, Rows } from '../rows.ts';
import { DIALECTS, type Dialect } from './dialects.ts';
import { columnsOf, tableNamed } from './tables.ts';
import { openTextFile, type TextFile } from './text-file.ts';

/** One file as another system would export it: which rows, under which headers, with which words. */
interface Export {
  readonly path: string;
  readonly table: string;
  readonly dialect: Dialect;
  /** Canonical column to the system's header, in the system's order. */
  readonly headers: Readonly<Record<string, string>>;
  /** Canonical value to the system's word. */
  readonly words: Readonly<Record<string, string>>;
  readonly keep: (row: Row) => boolean;
}

const all = () => true;
const ENDS = {
  voluntary: 'Kündigung',
  move: 'Umzug',
  death: 'Tod',
  non_payment: 'Zahlungsverzug',
  provider: 'Anbieter',
  switch_internal: 'Tarifwechsel',
  expired: 'Ablauf',
};
const PERIODS = { year: 'jährlich', month: 'monatlich', net: 'netto', gross: 'brutto' };

/** Five systems that companies of this kind run; headers as these systems write them. */
const EXPORTS: readonly Export[] = [
  {
    path: 'german/Vertraege.csv',
    table: 'contract',
    dialect: DIALECTS.german,
    keep: all,
    headers: {
      contract_id: 'Vertragsnummer',
      customer_id: 'Kundennummer',
      product_id: 'Tarif',
      start_date: 'Vertragsbeginn',
      end_date: 'Vertragsende',
      end_reason: 'Kündigungsgrund',
      notice_date: 'Kündigungseingang',
      original_start_date: 'Ursprünglicher Beginn',
      price: 'Beitrag',
      price_period: 'Zahlungsweise',
      price_basis: 'Netto/Brutto',
      volume: 'Verbrauch',
      risk_class: 'SF-Klasse',
      channel: 'Vertriebsweg',
      acquisition_offer_id: 'Aktionscode',
    },
    words: { ...ENDS, ...PERIODS },
  },
  {
    path: 'german/Kunden.csv',
    table: 'customer',
    dialect: DIALECTS.german,
    keep: all,
    headers: {
      customer_id: 'Kundennummer',
      customer_since: 'Kunde seit',
      kind: 'Kundenart',
      segment: 'Kundengruppe',
      region: 'PLZ2',
      language: 'Sprache',
    },
    words: { person: 'Privatkunde', household: 'Haushalt', company: 'Firma' },
  },
  {
    path: 'salesforce/Contract.csv',
    table: 'contract',
    dialect: DIALECTS.salesforce,
    keep: all,
    headers: {
      contract_id: 'ContractNumber',
      customer_id: 'AccountId',
      product_id: 'Product2Id',
      start_date: 'Contract.StartDate',
      end_date: 'EndDate',
      price: 'Amount',
      channel: 'LeadSource',
      acquisition_offer_id: 'Campaign',
      currency: 'CurrencyIsoCode',
    },
    words: {},
  },
  {
    path: 'salesforce/Case.csv',
    table: 'case',
    dialect: DIALECTS.salesforce,
    keep: all,
    headers: {
      case_id: 'CaseNumber',
      customer_id: 'AccountId',
      opened_at: 'CreatedDate',
      closed_at: 'ClosedDate',
      topic: 'Reason',
      first_contact_resolved: 'IsClosedOnCreate',
    },
    words: {},
  },
  {
    path: 'sap/EVER.csv',
    table: 'contract',
    dialect: DIALECTS.sap,
    keep: all,
    headers: {
      contract_id: 'EVER-VERTRAG',
      customer_id: 'FKKVKP-GPART',
      product_id: 'EANLH-TARIFTYP',
      start_date: 'EVER-VBEGINN',
      end_date: 'EVER-VENDE',
      notice_date: 'EVER-KUENDDAT',
      original_start_date: 'EINZDAT_ALT',
      price: 'KONP-KBETR',
      currency: 'WAERS',
    },
    words: {},
  },
  {
    path: 'sap/Deckungsbeitrag.csv',
    table: 'customer_value',
    dialect: DIALECTS.sap,
    keep: all,
    headers: {
      customer_id: 'KUNNR',
      period: 'Geschäftsjahr',
      margin: 'Deckungsbeitrag',
      revenue: 'Umsatz',
      cost_to_serve: 'Servicekosten',
    },
    words: {},
  },
  {
    path: 'zendesk/tickets.csv',
    table: 'case',
    dialect: DIALECTS.zendesk,
    keep: all,
    headers: {
      case_id: 'ticket_id',
      customer_id: 'requester_id',
      opened_at: 'created_at',
      closed_at: 'solved_at',
      topic: 'subject',
      reopened: 'reopens',
      contacts: 'replies',
    },
    words: {},
  },
  {
    path: 'call-centre/calls.csv',
    table: 'contact',
    dialect: DIALECTS.callCentre,
    keep: (row) => row['channel'] === 'phone' && row['direction'] === 'in',
    headers: {
      contact_id: 'conversationId',
      started_at: 'EnqueueTimestamp',
      customer_id: 'CLI match',
      queue: 'queueId',
      line_class: 'Leitung',
      topic: 'Anliegen',
      caller_class: 'Kundenstatus',
      wait_s: 'tWait',
      answered: 'angenommen',
      abandoned: 'aufgelegt',
      handle_s: 'tTalk',
      transfers: 'nTransferred',
      staff_pid: 'Agent-ID',
    },
    words: {
      sales: 'Verkauf',
      service: 'Kundenservice',
      existing: 'Bestandskunde',
      newcomer: 'Neukunde',
      prospect: 'Interessent',
      unknown: 'unbekannt',
    },
  },
];

export interface Exports {
  readonly write: Rows;
  close(): void;
}

/** Writes the same rows once more as each system would have exported them, under exports/<system>/. */
export function openExports(directory: string): Exports {
  const open = new Map<Export, TextFile>();
  const fileOf = (wanted: Export): TextFile => {
    const known = open.get(wanted);
    if (known !== undefined) return known;
    const path = join(directory, 'exports', wanted.path);
    mkdirSync(dirname(path), { recursive: true });
    const file = openTextFile(path, wanted.dialect.encode);
    file.append(wanted.dialect.line(Object.values(wanted.headers)));
    open.set(wanted, file);
    return file;
  };
  return {
    write: (table, row) => {
      for (const wanted of EXPORTS)
        if (wanted.table === table && wanted.keep(row)) fileOf(wanted).append(lineOf(wanted, row));
    },
    close: () => {
      for (const file of open.values()) file.close();
    },
  };
}

function lineOf({ table, dialect, headers, words }: Export, row: Row): string {
  const kinds = columnsOf(tableNamed(table), row);
  return dialect.line(
    Object.keys(headers).map((column) => {
      const cell: Cell = row[column] ?? null;
      const word = typeof cell === 'string' ? words[cell] : undefined;
      return word ?? dialect.cell(kinds.get(column) ?? 'text', cell);
    }),
  );
}
