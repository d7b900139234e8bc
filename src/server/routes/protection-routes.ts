import type { Language } from '#domain/language.ts';
import { downloadAssessment, downloadRecord } from '#endpoints/protection.ts';
import type { Actor } from '#register/edge.ts';
import { note } from '#register/log.ts';
import { type ProtectionFacts, protectionFacts } from '../protection/facts.ts';
import { impactAssessment } from '../protection/impact-assessment.ts';
import { recordOfProcessing } from '../protection/record-of-processing.ts';
import type { FileAnswer, Router } from '../route.ts';
import type { Services } from '../services.ts';

type Write = (facts: ProtectionFacts, language: Language) => string;

export function protectionRoutes(router: Router, services: Services): void {
  const document = async (asker: Actor, name: string, language: Language, write: Write): Promise<FileAnswer> => {
    const body = write(await protectionFacts(services), language);
    await note(services.register, { actor: asker, event: 'documentTaken', subject: '', details: { document: name } });
    return { type: 'text/html; charset=utf-8', name: `stammkunde-${name}-${language}.html`, body };
  };
  router.add(downloadRecord, ({ asker, query, language }) =>
    document(asker, 'record', query.language ?? language, recordOfProcessing),
  );
  router.add(downloadAssessment, ({ asker, query, language }) =>
    document(asker, 'assessment', query.language ?? language, impactAssessment),
  );
}
