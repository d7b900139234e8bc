import { proofPlan } from '#care/proof-plan.ts';
import { judgeProof } from '#care/proof-verdict.ts';
import { AppError } from '#domain/app-error.ts';
import { changeAction, createAction, deleteAction, listActions, moveAction } from '#endpoints/actions.ts';
import { judgePractice, listPractices, reportPractice } from '#endpoints/practices.ts';
import { listProofs, planProof, recordProofResult, registerProof, withdrawProof } from '#endpoints/proofs.ts';
import * as actions from '#register/actions.ts';
import * as practices from '#register/practices.ts';
import * as proofs from '#register/proofs.ts';
import { remeasurement } from '../audits/remeasurement.ts';
import type { Asker } from '../door/asker.ts';
import type { Router } from '../route.ts';
import type { Services } from '../services.ts';

const LEADS = ['touchpointManager', 'headOfCare'] as const;
const SEES_ALL = [...LEADS, 'cfo', 'analyst'] as const;
const holds = ({ roles }: Asker, wanted: readonly string[]) => roles.some((role) => wanted.includes(role));

const judged = (proof: proofs.Proof) => ({
  ...proof,
  verdict: proof.result === null ? null : judgeProof(proof.result, proof.smallestDifference),
});

export function workRoutes(router: Router, { register }: Services): void {
  router.add(listPractices, async () => ({ practices: await practices.listPractices(register) }));
  router.add(reportPractice, ({ asker, body: { named, ...given } }) =>
    practices.reportPractice(register, named ? { id: asker.id, name: asker.name } : null, given),
  );
  router.add(judgePractice, async ({ asker, params, body: { auditId, ...wanted } }) => {
    const remeasured = wanted.state === 'verified' ? await remeasurement(register, auditId, wanted.checkId) : null;
    return practices.judgePractice(register, asker, params.id, { ...wanted, remeasured });
  });

  router.add(listActions, async ({ asker }) => ({
    actions: await actions.listActions(register, holds(asker, SEES_ALL) ? null : asker.id),
  }));
  router.add(createAction, ({ asker, body }) => actions.createAction(register, asker, body));
  router.add(changeAction, ({ asker, params, body }) => actions.changeAction(register, asker, params.id, body));
  router.add(moveAction, async ({ asker, params, body }) => {
    const action = await actions.findAction(register, params.id);
    const own = action?.owner?.id === asker.id || holds(asker, LEADS);
    if (action === null || !own) throw new AppError('notFound', `no action ${params.id} of one’s own`);
    return actions.changeAction(register, asker, params.id, body);
  });
  router.add(deleteAction, async ({ asker, params, query }) => {
    await actions.deleteAction(register, asker, params.id, query.version);
    return null;
  });

  router.add(planProof, async ({ query }) => proofPlan(query));
  router.add(listProofs, async () => ({ proofs: (await proofs.listProofs(register)).map(judged) }));
  router.add(registerProof, async ({ asker, body }) => judged(await proofs.registerProof(register, asker, body)));
  router.add(recordProofResult, async ({ asker, params, body }) =>
    judged(await proofs.recordResult(register, asker, params.id, body)),
  );
  router.add(withdrawProof, async ({ asker, params, body }) =>
    judged(await proofs.withdrawProof(register, asker, params.id, body.reason)),
  );
}
