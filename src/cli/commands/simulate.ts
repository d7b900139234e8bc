import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#domain/app-error.ts';
import { MECHANISMS, type Mechanism } from '#simulator/planted.ts';
import { simulate } from '#simulator/simulate.ts';
import { WORLD_IDS, type WorldId } from '#simulator/worlds.ts';
import { TABLES } from '#warehouse/catalogue.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { createBar } from '../progress.ts';

export interface SimulateCommandOptions {
  readonly customers?: string;
  readonly seed?: string;
  readonly out?: string;
  readonly without?: string;
  readonly clean?: boolean;
  readonly variants?: boolean;
}
