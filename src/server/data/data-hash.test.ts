import { expect, test } from 'vitest';
import { AppError } from '#domain/app-error.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import { createDataHash } from './data-hash.ts';

/** A store of which only the asking is counted. */
function counted(kind: 'embedded' | 'server', failures: unknown[] = []) {
  let asked = 0;
  const nothing = async () => {
    asked += 1;
    const failure = failures.shift();
    if (failure !== undefined) throw failure;
    return [];
  };
  const address = kind === 'embedded' ? { kind, directory: '' } : { kind, url: '' };
  const refuse = () => Promise.reject(new Error('not asked'));
  const warehouse: Warehouse = {
    address,
    rows: nothing,
    columns: refuse,
    run: refuse,
    insertStream: refuse,
    close: refuse,
  };
  return { warehouse, asked: () => asked };
}

test('the state of a store of our own is read once until something changes, that of a server each time', async () => {
  for (const [kind, again] of [
    ['embedded', 0],
    ['server', 2],
  ] as const) {
    const store = counted(kind);
    const { current, whileChanging } = createDataHash(store.warehouse);
    const first = await current();
    const once = store.asked();
    expect(await current()).toBe(first);
    expect(store.asked() - once).toBe(again);
    await whileChanging(async () => {
      const before = store.asked();
      await current();
      await current();
      expect(store.asked() - before).toBe(4);
    });
    const before = store.asked();
    await current();
    expect(store.asked() - before).toBe(2);
  }
});

test('who waits for a reading that was stopped for somebody else reads anew, a failure is not remembered', async () => {
  const store = counted('embedded', [new AppError('stopped', 'made room'), undefined, undefined, new Error('broken')]);
  const { current, whileChanging } = createDataHash(store.warehouse);
  const [stopped, waiting] = [current(), current()];
  await expect(stopped).rejects.toMatchObject({ code: 'stopped' });
  expect(await waiting).toMatch(/^[0-9a-f]{64}$/);
  await whileChanging(() => Promise.resolve());
  await expect(current()).rejects.toThrow('broken');
  expect(await current()).toMatch(/^[0-9a-f]{64}$/);
});

test('what was said about a customer and what was imported is read once too, and anew after work that may change it', async () => {
  const store = counted('embedded');
  const { persons, imports, whileChanging } = createDataHash(store.warehouse);
  const readAll = async () => {
    const before = store.asked();
    await persons();
    await imports();
    return store.asked() - before;
  };
  expect([await readAll(), await readAll()]).toEqual([3, 0]);
  await whileChanging(async () => expect([await readAll(), await readAll()]).toEqual([3, 3]));
  expect([await readAll(), await readAll()]).toEqual([3, 0]);
});

test('what was read while work began that changes it is not remembered', async () => {
  const store = counted('embedded');
  const { persons, whileChanging } = createDataHash(store.warehouse);
  const reading = persons();
  await whileChanging(() => Promise.resolve());
  await reading;
  const before = store.asked();
  await persons();
  expect(store.asked() - before).toBe(2);
});
