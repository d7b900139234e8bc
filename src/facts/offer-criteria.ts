/** What of a customer an offer's rule may ask for, with the spellings of its name; `volume` and `tenure` are numbers with bounds. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  region: ['region', 'regions', 'area', 'gebiet', 'gebiete', 'plz', 'plz2', 'postcode', 'state', 'bundesland'],
  product_id: ['product', 'products', 'product_id', 'product_ids', 'produkt', 'produkte', 'tariff', 'tarif', 'tarife'],
  line: ['line', 'lines', 'product_line', 'sparte', 'sparten'],
  segment: ['segment', 'segments', 'customer_segment', 'kundengruppe'],
  kind: ['kind', 'party', 'party_type', 'customer_kind', 'customer_type', 'kundenart'],
  risk_class: ['risk_class', 'risk_classes', 'risk', 'risikoklasse', 'sf'],
  payment_mode: ['payment_mode', 'payment', 'zahlungsart'],
  location_id: ['location', 'location_id', 'locations', 'filiale'],
  channel: ['channel', 'channels', 'kanal', 'vertriebsweg'],
  volume: ['volume', 'min_volume', 'max_volume', 'volume_min', 'volume_max', 'verbrauch', 'menge'],
  tenure: ['tenure', 'tenure_months', 'min_tenure_months', 'tenure_years', 'min_tenure_years', 'min_tenure'],
};
const PAIRS = Object.entries(SPELLINGS).flatMap(([trait, names]) => names.map((name) => [name, trait] as const));

/** Traits of a customer in the order in which they are kept; `twin` is the open product that followed a closed one. */
export const TRAITS = [
  'region',
  'product_id',
  'line',
  'segment',
  'kind',
  'risk_class',
  'payment_mode',
  'location_id',
  'channel',
  'volume',
  'tenure',
  'twin',
] as const;

const quoted = (names: readonly string[]) => `[${names.map((name) => `'${name}'`).join(', ')}]`;

/** SQL of the trait that a key of a rule means; '' for one we do not know. */
export const traitSql = (key: string) =>
  `transform(${key}, ${quoted(PAIRS.map(([name]) => name))}, ${quoted(PAIRS.map(([, trait]) => trait))}, '')`;

/** SQL: the key of a rule in lower case with underscores, as the spellings above are. */
export const keySql = (key: string) => `trim(BOTH '_' FROM replaceRegexpAll(lower(${key}), '[^\\\\p{L}0-9]+', '_'))`;

/** SQL: the key says that the customer must be new, which is no criterion but the very rule in question. */
export const newcomerRuleSql = (key: string) =>
  `match(${key}, '(^|_)(new|newcomers?|neu|neukunden?)(_?(customers?|kunden?|only))?$|without_contract|ohne_vertrag|no_contract')`;

/** SQL: the values that a raw JSON value allows, in lower case; none for an object with bounds. */
export const valuesSql = (raw: string) => `arrayMap(
        x -> lower(trim(if(startsWith(x, '"'), JSONExtractString(x), x))),
        multiIf(startsWith(${raw}, '['), JSONExtractArrayRaw(${raw}), startsWith(${raw}, '{'), [], [${raw}]))`;

const given = (json: string) => `if(isFinite(toFloat64OrNull(${json})), toFloat64OrNull(${json}), NULL)`;

/** SQL: lower and upper bound of a numeric criterion; a plain number is a lower bound unless its key says that it is the most. */
export const boundsSql = (key: string, raw: string) => `(
        ifNull(if(startsWith(${raw}, '{'), coalesce(${given(`JSONExtractRaw(${raw}, 'min')`)}, ${given(`JSONExtractRaw(${raw}, 'from')`)}), if(match(${key}, 'max'), NULL, ${given(raw)})) * if(match(${key}, 'year'), 12, 1), -inf),
        ifNull(if(startsWith(${raw}, '{'), coalesce(${given(`JSONExtractRaw(${raw}, 'max')`)}, ${given(`JSONExtractRaw(${raw}, 'to')`)}), if(match(${key}, 'max'), ${given(raw)}, NULL)) * if(match(${key}, 'year'), 12, 1), inf))`;
