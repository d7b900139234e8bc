/** What a person may do in the house. A person may hold several; what no role holds is impossible at the server. */
export const ROLES = [
  'touchpointManager',
  'headOfCare',
  'agent',
  'cfo',
  'analyst',
  'worksCouncil',
  'dataProtection',
  'marketing',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];
