import * as actions from './actions.ts';
import * as affected from './affected.ts';
import * as auditLog from './audit-log.ts';
import * as audits from './audits.ts';
import * as companyData from './company-data.ts';
import * as customers from './customers.ts';
import * as desk from './desk.ts';
import type { Endpoint } from './endpoint.ts';
import * as exports from './exports.ts';
import * as jobs from './jobs.ts';
import * as lineage from './lineage.ts';
import * as networks from './networks.ts';
import * as practices from './practices.ts';
import * as proofs from './proofs.ts';
import * as protection from './protection.ts';
import * as retention from './retention.ts';
import * as rights from './rights.ts';
import * as rules from './rules.ts';
import * as service from './service.ts';
import * as session from './session.ts';
import * as settings from './settings.ts';
import * as users from './users.ts';
import * as worksAgreement from './works-agreement.ts';

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'access' in value;

const modules = [
  service,
  session,
  users,
  settings,
  companyData,
  jobs,
  audits,
  affected,
  lineage,
  exports,
  rules,
  customers,
  networks,
  practices,
  actions,
  proofs,
  worksAgreement,
  rights,
  retention,
  protection,
  desk,
  auditLog,
];

/** Every endpoint of the house. */
export const ENDPOINTS: readonly Endpoint[] = modules.flatMap((module) => Object.values(module).filter(isEndpoint));
