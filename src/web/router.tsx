import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
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

const home = createRoute({
  getParentRoute: () => house,
  path: '/',
  validateSearch: AuditSearch,
  component: lazyRouteComponent(() => import('./pages/home/HomePage.tsx'), 'HomePage'),
});

const routeTree = root.addChildren([welcome, house.addChildren([home])]);

export const router = createRouter({ routeTree, defaultPreload: 'intent', scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
