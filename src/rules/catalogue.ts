import { enwg36 } from './enwg-36.ts';
import { icobs6b } from './icobs-6b.ts';
import { ireland2022 } from './ireland-2022.ts';
import { ofcomEndOfContract } from './ofcom-end-of-contract.ts';
import { ofgemSlc22b } from './ofgem-slc-22b.ts';
import type { RulePack } from './rule-pack.ts';
import { tkg573 } from './tkg-57-3.ts';

/** Every rule pack of the product. */
export const RULE_PACKS: readonly RulePack[] = [icobs6b, ireland2022, ofgemSlc22b, ofcomEndOfContract, enwg36, tkg573];

/** The pack of that id, null if there is none. */
export function packNamed(id: string): RulePack | null {
  return RULE_PACKS.find((pack) => pack.id === id) ?? null;
}
