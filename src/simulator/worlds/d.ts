import { MECHANISMS, PLANTED, without } from '../planted.ts';
import type { World } from '../world.ts';
import { RHEINBOGEN } from './a.ts';

const SILENT = without(PLANTED, MECHANISMS);

/** Everything the other way round: after a price shock newcomers pay more and wait longer, and the best are served best. */
export const UMKEHR: World = {
  ...RHEINBOGEN,
  id: 'D',
  name: 'Umkehr Stadtwerk',
  industry: 'energy',
  customers: 20_000,
  communities: 130,
  lines: [
    {
      id: 'electricity',
      generations: ['Stadtstrom Eins', 'Stadtstrom Zwei', 'Stadtstrom Drei'],
      baseCents: 112_000,
      volume: 3_200,
      riskPrefix: 'B',
      weight: 0.6,
      invoicesPerYear: 4,
      fixedMonths: null,
      claimsPerYear: 0.05,
    },
    {
      id: 'gas',
      generations: ['Stadtgas Eins', 'Stadtgas Zwei', 'Stadtgas Drei'],
      baseCents: 158_000,
      volume: 14_000,
      riskPrefix: 'B',
      weight: 0.4,
      invoicesPerYear: 4,
      fixedMonths: null,
      claimsPerYear: 0.05,
    },
    {
      id: 'heat-check',
      generations: ['Heizungscheck'],
      baseCents: 14_900,
      volume: 1,
      riskPrefix: 'H',
      weight: 0,
      invoicesPerYear: 1,
      fixedMonths: 24,
      claimsPerYear: 0,
    },
  ],
  marketIndex: [1, 0.98, 0.97, 0.96, 0.98, 1.12, 1.9, 1.6, 1.42, 1.34],
  staff: {
    ...RHEINBOGEN.staff,
    acquisitionTeams: 3,
    careTeams: 9,
    tinyTeams: 1,
    careNames: ['Kundenzentrum', 'Abrechnung', 'Netzservice'],
    acquisitionNames: ['Vertrieb', 'Haustür'],
    payCents: 5_200_000,
  },
  campaignNames: ['Herbstbonus', 'Stadtbonus', 'Wärmewochen', 'Sonnenbonus'],
  exit: { ...RHEINBOGEN.exit, intercept: -4.9 },
  planted: {
    ...SILENT,
    G1: { ...PLANTED.G1, yearlyRate: -0.04, firstRenewal: 1, ratePerAttention: 0 },
    G3: { ...PLANTED.G3, valueExponent: 0.5 },
    G4: {
      ...PLANTED.G4,
      salesWaitSeconds: 450,
      serviceWaitSeconds: 45,
      salesTechnicalWaitSeconds: 1285,
      serviceTechnicalWaitSeconds: 880,
    },
  },
};
