import type { z } from 'zod';
import type { getInventory, getReadiness, ImportSummary } from '#endpoints/company-data.ts';

export type CheckReadiness = z.infer<typeof getReadiness.reply>['checks'][number];
export type ReadinessState = CheckReadiness['state'];
export type ImportLine = z.infer<typeof ImportSummary>;
export type ImportState = ImportLine['state'];
export type Inventory = z.infer<typeof getInventory.reply>;
export type StoredTable = Inventory['tables'][number];
