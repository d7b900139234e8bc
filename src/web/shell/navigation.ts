import type { Role } from '#domain/role.ts';

export interface Place {
  readonly path: string;
  /** Key of its name in the words of the shell. */
  readonly name: PlaceName;
  /** null: everybody who is signed in. The server decides anyway; this only spares people closed doors. */
  readonly roles: readonly Role[] | null;
}

const READERS: readonly Role[] = [
  'touchpointManager',
  'headOfCare',
  'cfo',
  'analyst',
  'marketing',
  'dataProtection',
  'administrator',
];

const STAFF_READERS: readonly Role[] = ['touchpointManager', 'headOfCare', 'dataProtection', 'administrator'];

export const PLACES = [
  { path: '/', name: 'map', roles: READERS },
  { path: '/changes', name: 'changes', roles: READERS },
  { path: '/leaving', name: 'leaving', roles: READERS },
  { path: '/base', name: 'base', roles: READERS },
  { path: '/cfo', name: 'cfo', roles: ['touchpointManager', 'headOfCare', 'cfo', 'analyst'] },
  { path: '/networks', name: 'networks', roles: ['touchpointManager', 'analyst'] },
  { path: '/staff', name: 'staff', roles: STAFF_READERS },
  { path: '/rules', name: 'rules', roles: READERS },
  { path: '/work', name: 'work', roles: ['touchpointManager', 'headOfCare', 'agent', 'cfo', 'analyst', 'marketing'] },
  { path: '/proofs', name: 'proofs', roles: ['touchpointManager', 'headOfCare', 'cfo', 'analyst'] },
  {
    path: '/data',
    name: 'data',
    roles: ['touchpointManager', 'headOfCare', 'cfo', 'analyst', 'dataProtection', 'administrator'],
  },
  { path: '/customer', name: 'customer', roles: ['touchpointManager', 'headOfCare', 'agent', 'dataProtection'] },
  {
    path: '/agreement',
    name: 'agreement',
    roles: ['touchpointManager', 'headOfCare', 'worksCouncil', 'dataProtection', 'administrator'],
  },
  { path: '/people', name: 'people', roles: ['administrator'] },
  { path: '/settings', name: 'settings', roles: ['administrator', 'dataProtection'] },
  { path: '/log', name: 'log', roles: ['dataProtection', 'administrator'] },
] as const satisfies readonly {
  readonly path: string;
  readonly name: string;
  readonly roles: readonly Role[] | null;
}[];
export type PlaceName = (typeof PLACES)[number]['name'];

/** Places that somebody in these roles may enter, in the order of the navigation. */
export function placesFor(roles: readonly Role[]): readonly Place[] {
  return PLACES.filter(({ roles: allowed }: Place) => allowed === null || allowed.some((role) => roles.includes(role)));
}
