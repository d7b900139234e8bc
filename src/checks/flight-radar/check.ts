import { defineCheck } from '../check.ts';
import { assessRadar } from './assess.ts';
import { exposureMonthFact } from './exposure-month.ts';
import { flightRadarMessages } from './messages.ts';
import { radarCells } from './month-cells.ts';
import { radarSubjects, signalCells, stateCells } from './query.ts';
import { RADAR_DEFAULTS } from './settings.ts';

/** Who is likely to leave, what of it goes with the company's own acts, and is anything known about what would help? */
export const flightRadar = defineCheck({
  id: 'flight-radar',
  measure: 'M21',
  requires: { contract: ['customer_id', 'start_date', 'end_date'] },
  sharpens: {
    contract: ['end_reason', 'notice_date'],
    contact: ['tone', 'wait_s'],
    assignment: ['change_cause'],
    case: ['closed_at'],
    price_event: ['price'],
    new_business_price: ['price'],
    approval: ['outcome'],
    offer: ['regions'],
    tie: ['kind'],
    customer_value: ['margin'],
    recognition: ['arm'],
    exit_event: ['kind'],
    concession: ['trigger'],
  },
  facts: [exposureMonthFact],
  defaults: RADAR_DEFAULTS,
  subjects: radarSubjects,
  cells: { months: radarCells, states: stateCells, signals: signalCells },
  affected: 'exposed_now = 1',
  assess: assessRadar,
  messages: flightRadarMessages,
});
