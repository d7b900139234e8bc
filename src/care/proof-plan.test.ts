import { expect, test } from 'vitest';
import { proofPlan } from './proof-plan.ts';

const size = { customers: 4000, holdoutShare: 0.5, shareToday: 0.15, smallestDifference: 0.03 };

test('the customers it asks for give a power of 0.8', () => {
  const { neededCustomers } = proofPlan(size);
  expect(proofPlan({ ...size, customers: neededCustomers ?? 0 }).power).toBeCloseTo(0.8, 3);
});

test('the difference it can find is the one planned for when the size is just enough', () => {
  const { neededCustomers } = proofPlan(size);
  expect(proofPlan({ ...size, customers: neededCustomers ?? 0 }).findable).toBeCloseTo(0.03, 3);
});

test('a holdout of one in ten needs more customers than a half', () => {
  const tenth = proofPlan({ ...size, holdoutShare: 0.1 });
  expect(tenth.holdout).toBe(400);
  expect(tenth.neededCustomers ?? 0).toBeGreaterThan(proofPlan(size).neededCustomers ?? 0);
});

test('where fewer is impossible more is planned for; where neither is possible nothing is said', () => {
  expect(proofPlan({ ...size, shareToday: 0.01, smallestDifference: 0.05 }).power).toBeGreaterThan(0.8);
  expect(proofPlan({ ...size, shareToday: 0.5, smallestDifference: 0.9 }).power).toBeNull();
  expect(proofPlan({ ...size, holdoutShare: 0 }).power).toBeNull();
  expect(proofPlan({ ...size, smallestDifference: 1e-300 }).power).toBeNull();
  expect(proofPlan({ ...size, smallestDifference: 1e-15 }).neededCustomers).toBeGreaterThan(1e20);
});
