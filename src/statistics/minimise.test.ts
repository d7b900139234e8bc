import { describe, expect, test } from 'vitest';
import { inverseHessian, minimise, type Objective } from './minimise.ts';

/** Rosenbrock (1960): minimum 0 at (1, 1) behind a curved valley. */
const rosenbrock: Objective = (point, gradient) => {
  const [x = 0, y = 0] = point;
  gradient[0] = -2 * (1 - x) - 400 * x * (y - x * x);
  gradient[1] = 200 * (y - x * x);
  return (1 - x) ** 2 + 100 * (y - x * x) ** 2;
};

/** x - log x on the positive half-line: not finite outside it, minimum at 1, second derivative 1 there. */
const barrier: Objective = (point, gradient) => {
  const [x = 0] = point;
  gradient[0] = 1 - 1 / x;
  return x > 0 ? x - Math.log(x) : Number.NaN;
};

describe('minimise', () => {
  test('finds the published minimum of the Rosenbrock valley from the published start', () => {
    const found = minimise({ objective: rosenbrock, start: [-1.2, 1] });
    expect(found.diagnostics.converged).toBe(true);
    expect(found.point[0]).toBeCloseTo(1, 8);
    expect(found.point[1]).toBeCloseTo(1, 8);
    expect(found.diagnostics.iterations).toBeLessThan(60);
  });

  test('steps back from where the function is not defined', () => {
    const found = minimise({ objective: barrier, start: [50] });
    expect(found.point[0]).toBeCloseTo(1, 7);
  });

  test('says so when it was stopped too early', () => {
    const found = minimise({ objective: rosenbrock, start: [-1.2, 1] }, { maximumIterations: 3 });
    expect(found.diagnostics.converged).toBe(false);
    expect(found.diagnostics.iterations).toBe(3);
  });

  test('refuses a start without a value', () => {
    expect(() => minimise({ objective: barrier, start: [-1] })).toThrow(RangeError);
  });
});

describe('inverseHessian', () => {
  test('inverts the known second derivatives of the Rosenbrock valley at its minimum', () => {
    const inverse = inverseHessian(rosenbrock, Float64Array.of(1, 1));
    // The Hessian there is [[802, -400], [-400, 200]] with determinant 400.
    expect(inverse?.[0]).toBeCloseTo(200 / 400, 6);
    expect(inverse?.[1]).toBeCloseTo(400 / 400, 6);
    expect(inverse?.[3]).toBeCloseTo(802 / 400, 6);
  });

  test('is null where the function does not curve upwards', () => {
    const saddle: Objective = (point, gradient) => {
      gradient[0] = 2 * (point[0] ?? 0);
      gradient[1] = -2 * (point[1] ?? 0);
      return (point[0] ?? 0) ** 2 - (point[1] ?? 0) ** 2;
    };
    expect(inverseHessian(saddle, Float64Array.of(0, 0))).toBeNull();
  });
});
