import { describe, expect, test } from 'vitest';
import { forecastBgBb } from '#statistics/repeat-buying/bg-bb-forecast.ts';
import { forecastBgNbd } from '#statistics/repeat-buying/bg-nbd-forecast.ts';
import { forecastParetoNbd } from '#statistics/repeat-buying/pareto-nbd-forecast.ts';

const of = (value: number) => ({ value });
const newcomer = { frequency: [0], recency: [0], age: [0] };

describe('BG/NBD with the published CDNOW parameters', () => {
  // Fader, Hardie & Lee (2005), Marketing Science 24(2), table 2: r .243, alpha 4.414, a .793, b 2.426.
  const parameters = { r: of(0.243), alpha: of(4.414), a: of(0.793), b: of(2.426) };

  test('expects 1.226 purchases in 39 weeks of the customer worked through in the note', () => {
    // Fader & Hardie (2005), "Implementing the BG/NBD model for customer base analysis in Excel", note 004.
    const histories = { frequency: [2], recency: [30.43], age: [38.86] };
    const { expectedPurchases } = forecastBgNbd({ parameters, histories, horizons: [39] });
    expect(expectedPurchases[0]?.[0]).toBeCloseTo(1.226, 3);
  });

  test('expects 25.76 purchases in a year of the heaviest buyer, alive with 0.9689', () => {
    // Dziurzynski, Wadsworth & McCarthy (2014), BTYD package vignette, section 3 (customer 1516).
    const histories = { frequency: [26], recency: [30.86], age: [31] };
    const { expectedPurchases, probabilityAlive } = forecastBgNbd({ parameters, histories, horizons: [52] });
    expect(expectedPurchases[0]?.[0]).toBeCloseTo(25.76, 2);
    expect(probabilityAlive[0]).toBeCloseTo(0.9689, 4);
  });
});

describe('Pareto/NBD', () => {
  test('expects 25.46 purchases in a year of the heaviest buyer, alive with 0.9979', () => {
    // BTYD package vignette (2014), section 2 (customer 1516), its CDNOW parameters.
    const parameters = { r: of(0.5533), alpha: of(10.5776), s: of(0.6061), beta: of(11.6658) };
    const histories = { frequency: [26], recency: [30.86], age: [31] };
    const { expectedPurchases, probabilityAlive } = forecastParetoNbd({ parameters, histories, horizons: [52] });
    expect(expectedPurchases[0]?.[0]).toBeCloseTo(25.46, 2);
    expect(probabilityAlive[0]).toBeCloseTo(0.9979, 4);
  });

  test('matches the reference run at its own rounded optimum', () => {
    // CLVTools and BTYD on the CDNOW sample.
    const parameters = { r: of(0.55328), alpha: of(10.5778), s: of(0.6062), beta: of(11.6674) };
    const { expectedPurchases } = forecastParetoNbd({
      parameters,
      histories: newcomer,
      horizons: [1, 13, 26, 39, 52, 78],
    });
    const reference = [0.051006, 0.531394, 0.908906, 1.213397, 1.473429, 1.909869];
    reference.forEach((value, k) => {
      expect(Math.abs((expectedPurchases[k]?.[0] ?? 0) / value - 1)).toBeLessThan(2e-5);
    });
    const histories = { frequency: [2], recency: [30.43], age: [38.86] };
    const { probabilityAlive } = forecastParetoNbd({ parameters, histories, horizons: [] });
    expect(probabilityAlive[0]).toBeCloseTo(0.869121, 5);
  });
});

describe('BG/BB with the published parameters of the donations', () => {
  // Fader, Hardie & Shang (2010), Marketing Science 29(6), table 3; worked values from the BTYD vignette (2014), section 4.
  const parameters = { alpha: of(1.2035), beta: of(0.7497), gamma: of(0.6567), delta: of(2.7834) };

  test('expects 3.18 donations in ten years of a newcomer', () => {
    const { expectedPurchases } = forecastBgBb({ parameters, histories: newcomer, horizons: [10] });
    expect(expectedPurchases[0]?.[0]).toBeCloseTo(3.18, 2);
  });

  test('expects 0.13 of a donor who never gave again and 3.63 of one who gave in 4 of 6 years', () => {
    const histories = { frequency: [0, 4], recency: [0, 5], age: [6, 6] };
    const { expectedPurchases } = forecastBgBb({ parameters, histories, horizons: [10] });
    expect(expectedPurchases[0]?.[0]).toBeCloseTo(0.13, 2);
    expect(expectedPurchases[0]?.[1]).toBeCloseTo(3.63, 2);
  });
});
