import { AppShell, Burger, Group, NavLink, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, Outlet, useLocation } from '@tanstack/react-router';
import { Suspense } from 'react';
import { getDoor } from '#endpoints/session.ts';
import { ask } from '../api.ts';
import { JobTray } from '../jobs/JobTray.tsx';
import { useWords } from '../language.tsx';
import { PaletteDoor } from '../palette/PaletteDoor.tsx';
import { Loading } from '../parts/Loading.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import { useMe } from './me.ts';
import { placesFor } from './navigation.ts';
import { SHELL_WORDS } from './words.ts';

const isHere = (pathname: string, path: string) => (path === '/' ? pathname === '/' : pathname.startsWith(path));

/** The frame of every page: one quiet navigation, the name of the company, the account. */
export function Shell() {
  const words = useWords(SHELL_WORDS);
  const [opened, { toggle, close }] = useDisclosure();
  const { pathname } = useLocation();
  const me = useMe();
  const { data: door } = useQuery(ask(getDoor));
  const places = placesFor(me.roles);
  const first = places[0]?.path ?? '/';
  // Carers and the works council have a first page of their own.
  const elsewhere = pathname === '/' && first !== '/';
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 240, breakpoint: 'md', collapsed: { mobile: !opened } }}
      padding={{ base: 'sm', sm: 'lg' }}
    >
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap" miw={0}>
            <Burger opened={opened} onClick={toggle} hiddenFrom="md" size="sm" aria-label={words.menu} />
            <Text fw={650} truncate>
              Stammkunde
            </Text>
            <Text className="soft" truncate visibleFrom="xs">
              {door?.companyName}
            </Text>
          </Group>
          <Group gap="xs" wrap="nowrap">
            <PaletteDoor />
            <JobTray />
            <AccountMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label={words.navigation}>
        {places.map(({ path, name }) => (
          <NavLink
            key={path}
            component={Link}
            to={path}
            label={words.places[name]}
            active={isHere(pathname, path)}
            aria-current={isHere(pathname, path) ? 'page' : undefined}
            onClick={close}
          />
        ))}
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <div className="page">
          <Suspense fallback={<Loading />}>{elsewhere ? <Navigate to={first} replace /> : <Outlet />}</Suspense>
        </div>
      </AppShell.Main>
    </AppShell>
  );
}
