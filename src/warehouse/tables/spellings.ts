/** Spellings of a billing period, wherever a price stands. */
export const PERIODS = {
  month: ['monat', 'monatlich', 'monthly', 'mtl', 'per month', 'm', 'p.m.'],
  quarter: ['quartal', 'quartalsweise', 'quarterly', 'vierteljährlich', '1/4-jährlich', 'q'],
  half_year: ['halbjahr', 'halbjährlich', 'semiannual', 'half-yearly', '1/2-jährlich'],
  year: ['jahr', 'jährlich', 'yearly', 'annual', 'annually', 'per year', 'a', 'y', 'p.a.'],
} as const;

/** Spellings of net and gross of VAT. */
export const PRICE_BASES = {
  net: ['netto', 'excl. vat', 'ohne mwst'],
  gross: ['brutto', 'incl. vat', 'inkl. mwst', 'mit mwst'],
} as const;

/** Headers that mean the party's number in any table. */
export const CUSTOMER_HEADERS = [
  'Kundennummer',
  'Kundennr',
  'KdNr',
  'GP-Nr',
  'Geschäftspartner',
  'Partner',
  'BUT000-PARTNER',
  'KUNNR',
  'KNA1-KUNNR',
  'GPART',
  'FKKVKP-GPART',
  'VN-Nr',
  'Kunden-ID',
  'AccountId',
  'organization_id',
  'requester_id',
  'customer',
  'client_id',
  'customer number',
] as const;

/** Headers that mean the contract's number in tables beside the contract itself. */
export const CONTRACT_HEADERS = [
  'Vertragsnummer',
  'Vertragsnr',
  'Vertrag',
  'EVER-VERTRAG',
  'VSNR',
  'Versicherungsschein-Nummer',
  'Policennummer',
  'Abo-Nr',
  'ContractNumber',
  'subscription_id',
] as const;

/** Headers that mean a product or tariff. */
export const PRODUCT_HEADERS = [
  'Produkt',
  'Produkt-Nr',
  'Tarif',
  'Tarifcode',
  'Produktschlüssel',
  'TARIFTYP',
  'EANLH-TARIFTYP',
  'Product2',
  'Product2Id',
  'plan',
  'plan_id',
  'price id',
  'tariff',
  'product',
] as const;

/** Headers that mean a class of risk or tariff. */
export const RISK_CLASS_HEADERS = [
  'SF-Klasse',
  'Schadenfreiheitsklasse',
  'Typklasse',
  'Regionalklasse',
  'KH-Tarifgruppe',
  'Bonität',
  'rating',
] as const;

/** Headers that mean a member of staff; the import turns them into pseudonyms. */
export const STAFF_HEADERS = [
  'PersNr',
  'Personalnummer',
  'PERNR',
  'EVER-PERSNR',
  'KNVP-PERNR',
  'Agent-ID',
  'OwnerId',
  'hubspot_owner_id',
  'assignee_id',
] as const;

/** Headers that mean a team. */
export const TEAM_HEADERS = ['Team', 'Team-Nr', 'group_id', 'agent group', 'ORGEH'] as const;
