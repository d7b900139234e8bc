import { category, count, date, defineTable, id, money } from '../table.ts';
import { CONTRACT_HEADERS, PERIODS, PRICE_BASES, PRODUCT_HEADERS, RISK_CLASS_HEADERS } from './spellings.ts';

export const newBusinessPrice = defineTable({
  name: 'new_business_price',
  number: 5,
  // Every column that can make two prices of one product and day differ; leaving one out would lose a price.
  key: [
    'product_id',
    'valid_from',
    'region',
    'channel',
    'risk_class',
    'volume_band',
    'contract_id',
    'reference',
    'source',
    'price_period',
  ],
  orders: [{ before: 'valid_from', after: 'valid_to' }],
  en: 'What a newcomer pays for a product: the equivalent new business price.',
  de: 'Was ein Neukunde für ein Produkt zahlt: der vergleichbare Neugeschäftspreis.',
  columns: {
    product_id: id({ required: true, en: 'Product.', de: 'Produkt.', synonyms: PRODUCT_HEADERS }),
    valid_from: date({
      required: true,
      en: 'First day of the price.',
      de: 'Erster Tag des Preises.',
      synonyms: ['gültig ab', 'Preis ab', 'Preisstand', 'Stichtag', 'effective date', 'quote date', 'DATAB'],
    }),
    price: money({
      required: true,
      unit: 'money/period',
      min: 0,
      en: 'Price per period after the introductory months, before any bonus.',
      de: 'Preis je Zeitraum nach den Einstiegsmonaten, vor Bonus.',
      synonyms: [
        'Preis',
        'Neukundenpreis',
        'Neugeschäftspreis',
        'Beitrag',
        'Neubeitrag',
        'ENBP',
        'quote',
        'new business premium',
      ],
      scaled: { unit_amount: 0.01 },
    }),
    valid_to: date({
      en: 'Last day of the price; empty while it holds.',
      de: 'Letzter Tag des Preises; leer, solange er gilt.',
      synonyms: ['gültig bis', 'Preis bis', 'DATBI', 'expires'],
    }),
    region: category({
      en: 'Region where it holds; empty: everywhere.',
      de: 'Region, in der er gilt; leer: überall.',
      synonyms: ['Gebiet', 'Netzgebiet', 'PLZ2', 'Bundesland', 'postcode area'],
    }),
    channel: category({
      en: 'Sales channel where it holds; empty: all.',
      de: 'Vertriebsweg, auf dem er gilt; leer: alle.',
      synonyms: ['Vertriebsweg', 'Kanal', 'Vertriebskanal', 'sales channel'],
    }),
    risk_class: category({
      en: 'Risk or tariff class it holds for; empty: all.',
      de: 'Risiko- oder Tarifklasse, für die er gilt; leer: alle.',
      synonyms: RISK_CLASS_HEADERS,
    }),
    volume_band: category({
      en: 'Band of volume, as "from-to" in the unit of contract.volume; empty: all.',
      de: 'Mengenband als „von-bis“ in der Einheit von contract.volume; leer: alle.',
      synonyms: ['Mengenstaffel', 'Verbrauchsband', 'Staffel', 'usage band', 'consumption band'],
    }),
    bonus: money({
      min: 0,
      en: 'Bonus paid once to a newcomer.',
      de: 'Einmaliger Neukundenbonus.',
      synonyms: ['Neukundenbonus', 'Sofortbonus', 'Wechselbonus', 'welcome bonus', 'cashback'],
    }),
    intro_price: money({
      unit: 'money/period',
      min: 0,
      en: 'Price per period during the introductory months.',
      de: 'Preis je Zeitraum in den Einstiegsmonaten.',
      synonyms: ['Einstiegspreis', 'Schnupperpreis', 'Aktionspreis', 'introductory price', 'teaser price'],
    }),
    intro_months: count({
      unit: 'months',
      max: 120,
      en: 'How many months the introductory price holds.',
      de: 'Wie viele Monate der Einstiegspreis gilt.',
      synonyms: ['Einstiegsmonate', 'Aktionsmonate', 'Dauer Einstiegspreis', 'introductory months', 'promo months'],
    }),
    source: category({
      en: 'Where the price comes from.',
      de: 'Woher der Preis stammt.',
      synonyms: ['Quelle', 'Preisquelle', 'price source'],
      values: {
        quote_engine: ['tarifrechner', 'rechner', 'angebotsrechner', 'quote'],
        tariff_sheet: ['preisblatt', 'tarifblatt', 'preisliste', 'price list', 'rate card'],
        match: ['vergleich', 'gematcht', 'matched', 'twin'],
      },
    }),
    contract_id: id({
      en: 'Contract for whose risk the price was quoted; empty: a general price.',
      de: 'Vertrag, für dessen Risiko der Preis gerechnet wurde; leer: allgemeiner Preis.',
      synonyms: CONTRACT_HEADERS,
    }),
    reference: category({
      en: 'Which reference price this is: market, technical, list ...',
      de: 'Welcher Vergleichspreis es ist: Markt, technisch, Liste ...',
      synonyms: ['Referenz', 'Preisart', 'Vergleichspreis', 'reference price'],
    }),
    price_period: category({
      en: 'Period that the prices cover.',
      de: 'Zeitraum, für den die Preise gelten.',
      synonyms: ['Zahlungsweise', 'Preiszeitraum', 'Abrechnungszeitraum', 'billing period', 'interval'],
      values: PERIODS,
    }),
    price_basis: category({
      en: 'Net or gross of VAT.',
      de: 'Netto oder brutto (USt).',
      synonyms: ['Preisbasis', 'Netto/Brutto'],
      values: PRICE_BASES,
    }),
  },
});
