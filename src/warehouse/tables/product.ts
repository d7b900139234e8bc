import { boolean, category, defineTable, id, text } from '../table.ts';
import { PRODUCT_HEADERS } from './spellings.ts';

export const product = defineTable({
  name: 'product',
  number: 4,
  key: ['product_id'],
  en: 'A product or tariff, open for newcomers or not.',
  de: 'Ein Produkt oder Tarif, für Neukunden offen oder nicht.',
  columns: {
    product_id: id({ required: true, en: 'Your own code.', de: 'Ihr eigener Schlüssel.', synonyms: PRODUCT_HEADERS }),
    name: text({
      en: 'Name as customers know it.',
      de: 'Name, wie ihn Kunden kennen.',
      synonyms: ['Bezeichnung', 'Produktname', 'Tarifname', 'product name', 'Product2.Name'],
    }),
    line: category({
      en: 'Line of business: electricity, motor, DSL ...',
      de: 'Sparte: Strom, Kfz, DSL ...',
      synonyms: ['Sparte', 'EVER-SPARTE', 'Geschäftsfeld', 'Produktlinie', 'Produktgruppe', 'Family', 'product line'],
    }),
    generation: category({
      en: 'Generation of the product within its line.',
      de: 'Generation des Produkts innerhalb der Sparte.',
      synonyms: ['Tarifgeneration', 'Tarifwerk', 'Version', 'vintage'],
    }),
    open_for_new: boolean({
      en: 'A newcomer can still take it.',
      de: 'Neukunden können es noch abschließen.',
      synonyms: ['offen für Neugeschäft', 'verkaufsoffen', 'IsActive', 'active', 'available'],
    }),
    successor_id: id({
      en: 'Product that replaced it.',
      de: 'Nachfolgeprodukt.',
      synonyms: ['Nachfolger', 'Nachfolgetarif', 'replaced by'],
    }),
    quality_attributes: text({
      en: 'What the product offers: data volume, cover, service level.',
      de: 'Was das Produkt bietet: Datenvolumen, Deckung, Servicezusage.',
      synonyms: ['Leistungsmerkmale', 'Leistungsumfang', 'features', 'SLA', 'Deckung'],
    }),
  },
});
