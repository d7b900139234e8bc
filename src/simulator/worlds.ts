import type { World, WorldId } from './world.ts';
import { RHEINBOGEN } from './worlds/a.ts';
import { FALKENRIED } from './worlds/b.ts';
import { PARITAET } from './worlds/c.ts';
import { UMKEHR } from './worlds/d.ts';

export const WORLDS: Readonly<Record<WorldId, World>> = { A: RHEINBOGEN, B: FALKENRIED, C: PARITAET, D: UMKEHR };
