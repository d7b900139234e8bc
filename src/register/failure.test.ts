import { expect, test } from 'vitest';
import { AppError } from '#domain/app-error.ts';
import { registerFailure } from './failure.ts';

const failing = (code: string, message: string) => Object.assign(new Error(message), { code });

test.each([
  ['ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:5432', 'registerUnreachable'],
  ['57P01', 'terminating connection due to administrator command', 'registerUnreachable'],
  ['08006', 'connection failure', 'registerUnreachable'],
  ['53100', 'could not extend file: No space left on device', 'storeFull'],
  ['22003', 'integer out of range', 'requestInvalid'],
] as const)('%s (%s) is told as %s', (code, message, told) => {
  expect(registerFailure(failing(code, message))?.code).toBe(told);
});

test('the driver’s own words for a lost connection are understood, which carry no code', () => {
  expect(registerFailure(new Error('Connection terminated unexpectedly'))?.code).toBe('registerUnreachable');
  expect(registerFailure(new Error('timeout exceeded when trying to connect'))?.code).toBe('registerUnreachable');
});

test('a fault of the program, a broken rule of the database and our own errors stay what they are', () => {
  expect(registerFailure(new TypeError('x is not a function'))).toBeNull();
  expect(registerFailure(failing('23505', 'duplicate key value'))).toBeNull();
  expect(registerFailure(new AppError('notFound', 'connection to postgres lost'))).toBeNull();
  expect(registerFailure('connection')).toBeNull();
});
