import { defineEndpoint } from './endpoint.ts';
import { LanguageQuery } from './shapes.ts';

const PROTECTION = ['dataProtection'] as const;

export const downloadRecord = defineEndpoint({
  id: 'downloadRecord',
  method: 'GET',
  path: '/api/protection/record.html',
  summary: 'The record of processing (Art. 30 GDPR) of this installation, prefilled from what it holds and does',
  access: PROTECTION,
  query: LanguageQuery,
  sends: 'file',
});

export const downloadAssessment = defineEndpoint({
  id: 'downloadAssessment',
  method: 'GET',
  path: '/api/protection/assessment.html',
  summary: 'The impact assessment (Art. 35 GDPR) of this installation, prefilled from what it holds and does',
  access: PROTECTION,
  query: LanguageQuery,
  sends: 'file',
});
