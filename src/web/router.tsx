import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { CfoSearch } from './pages/cfo/cfo-search.ts';
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

const routeTree = root.addChildren([welcome, house.addChildren([home, finding, changes, base, leaving, cfo, staff])]);

export const router = createRouter({ routeTree, defaultPreload: 'intent', scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
