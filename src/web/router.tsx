import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { CfoSearch } from './pages/cfo/cfo-search.ts';
import { ProofSearch } from './pages/proofs/proof-search.ts';
import { RuleSearch } from './pages/rules/rule-search.ts';
import { WorkSearch } from './pages/work/work-search.ts';
import { Gate } from './shell/Gate.tsx';
import { NotFound } from './shell/NotFound.tsx';
import { PageError } from './shell/PageError.tsx';
import { Shell } from './shell/Shell.tsx';

const root = createRootRoute({ notFoundComponent: NotFound, errorComponent: PageError });

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  component: lazyRouteComponent(() => import('./pages/welcome/WelcomePage.tsx'), 'WelcomePage'),
});

/** Everything behind the door: who is not signed in sees the sign-in page, and then the page that was asked for. */
const house = createRoute({
  getParentRoute: () => root,
  id: 'house',
  component: () => (
    <Gate>
      <Shell />
    </Gate>
  ),
});

/** A number typed into the address is read as a number. */
const NumberSearch = z.union([z.string(), z.number()]).transform(String).optional();

/** Which audit is looked at; without one the newest. */
const AuditSearch = z.object({ audit: z.string().optional() });

/** A finding's reference, and how its tables of groups and of people are sorted and filtered. */
const FindingSearch = AuditSearch.extend({
  reference: z.string().optional(),
  groups: z.string().optional(),
  groupsBy: z.string().optional(),
  groupsDown: z.boolean().optional(),
  people: z.string().optional(),
  peopleColumn: z.string().optional(),
  peopleValue: z.string().optional(),
  peopleBy: z.string().optional(),
  peopleDown: z.boolean().optional(),
});

const home = createRoute({
  getParentRoute: () => house,
  path: '/',
  validateSearch: AuditSearch,
  component: lazyRouteComponent(() => import('./pages/home/HomePage.tsx'), 'HomePage'),
});

const finding = createRoute({
  getParentRoute: () => house,
  path: '/finding/$check',
  validateSearch: FindingSearch,
  component: lazyRouteComponent(() => import('./pages/finding/FindingPage.tsx'), 'FindingPage'),
});

const changes = createRoute({
  getParentRoute: () => house,
  path: '/changes',
  validateSearch: AuditSearch.extend({ before: z.string().optional() }),
  component: lazyRouteComponent(() => import('./pages/changes/ChangesPage.tsx'), 'ChangesPage'),
});

const base = createRoute({
  getParentRoute: () => house,
  path: '/base',
  validateSearch: AuditSearch,
  component: lazyRouteComponent(() => import('./pages/base/BasePage.tsx'), 'BasePage'),
});

const leaving = createRoute({
  getParentRoute: () => house,
  path: '/leaving',
  validateSearch: AuditSearch,
  component: lazyRouteComponent(() => import('./pages/radar/RadarPage.tsx'), 'RadarPage'),
});

const cfo = createRoute({
  getParentRoute: () => house,
  path: '/cfo',
  validateSearch: CfoSearch,
  component: lazyRouteComponent(() => import('./pages/cfo/CfoPage.tsx'), 'CfoPage'),
});

const staff = createRoute({
  getParentRoute: () => house,
  path: '/staff',
  validateSearch: AuditSearch,
  component: lazyRouteComponent(() => import('./pages/staff/StaffPage.tsx'), 'StaffPage'),
});

const data = createRoute({
  getParentRoute: () => house,
  path: '/data',
  validateSearch: z.object({
    view: z.enum(['questions', 'imports', 'tables', 'rows']).optional(),
    table: z.string().optional(),
    customer: NumberSearch,
    contract: NumberSearch,
  }),
  component: lazyRouteComponent(() => import('./pages/data/DataPage.tsx'), 'DataPage'),
});

/** Files that were handed over, the job that checks them, the job that imports them. */
const importing = createRoute({
  getParentRoute: () => house,
  path: '/data/import',
  validateSearch: z.object({
    upload: z.string().optional(),
    preview: z.string().optional(),
    job: z.string().optional(),
  }),
  component: lazyRouteComponent(() => import('./pages/import/ImportPage.tsx'), 'ImportPage'),
});

const receipt = createRoute({
  getParentRoute: () => house,
  path: '/data/imports/$importId',
  component: lazyRouteComponent(() => import('./pages/import/ReceiptPage.tsx'), 'ReceiptPage'),
});

const customers = createRoute({
  getParentRoute: () => house,
  path: '/customer',
  validateSearch: z.object({ search: NumberSearch }),
  component: lazyRouteComponent(() => import('./pages/customer/CustomerSearchPage.tsx'), 'CustomerSearchPage'),
});

const customer = createRoute({
  getParentRoute: () => house,
  path: '/customer/$customerId',
  validateSearch: z.object({
    kind: z.enum(['contact', 'case', 'priceEvent', 'concession', 'recognition']).optional(),
  }),
  component: lazyRouteComponent(() => import('./pages/customer/CustomerPage.tsx'), 'CustomerPage'),
});

const agreement = createRoute({
  getParentRoute: () => house,
  path: '/agreement',
  component: lazyRouteComponent(() => import('./pages/agreement/AgreementPage.tsx'), 'AgreementPage'),
});

const people = createRoute({
  getParentRoute: () => house,
  path: '/people',
  validateSearch: z.object({ view: z.enum(['people', 'keys']).optional() }),
  component: lazyRouteComponent(() => import('./pages/people/PeoplePage.tsx'), 'PeoplePage'),
});

const settings = createRoute({
  getParentRoute: () => house,
  path: '/settings',
  component: lazyRouteComponent(() => import('./pages/settings/SettingsPage.tsx'), 'SettingsPage'),
});

const account = createRoute({
  getParentRoute: () => house,
  path: '/account',
  component: lazyRouteComponent(() => import('./pages/settings/AccountPage.tsx'), 'AccountPage'),
});

const log = createRoute({
  getParentRoute: () => house,
  path: '/log',
  validateSearch: z.object({ event: z.string().optional(), page: z.number().int().min(1).optional() }),
  component: lazyRouteComponent(() => import('./pages/log/LogPage.tsx'), 'LogPage'),
});

const ownData = [data, importing, receipt, customers, customer] as const;
const ownHouse = [agreement, people, settings, account, log] as const;
const work = createRoute({
  getParentRoute: () => house,
  path: '/work',
  validateSearch: WorkSearch,
  component: lazyRouteComponent(() => import('./pages/work/WorkPage.tsx'), 'WorkPage'),
});

const proofs = createRoute({
  getParentRoute: () => house,
  path: '/proofs',
  validateSearch: ProofSearch,
  component: lazyRouteComponent(() => import('./pages/proofs/ProofsPage.tsx'), 'ProofsPage'),
});

const networks = createRoute({
  getParentRoute: () => house,
  path: '/networks',
  validateSearch: AuditSearch,
  component: lazyRouteComponent(() => import('./pages/networks/NetworksPage.tsx'), 'NetworksPage'),
});

const rules = createRoute({
  getParentRoute: () => house,
  path: '/rules',
  validateSearch: RuleSearch,
  component: lazyRouteComponent(() => import('./pages/rules/RulesPage.tsx'), 'RulesPage'),
});

const routeTree = root.addChildren([
  welcome,
  house.addChildren([
    home,
    finding,
    changes,
    base,
    leaving,
    cfo,
    staff,
    networks,
    rules,
    work,
    proofs,
    ...ownData,
    ...ownHouse,
  ]),
]);

export const router = createRouter({ routeTree, defaultPreload: 'intent', scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
