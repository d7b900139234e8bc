import { Button, Menu, useMantineColorScheme } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Language } from '#domain/language.ts';
import { changeMe, getMe, signOut } from '#endpoints/session.ts';
import { api, queryClient } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { useMe } from './me.ts';
import { SHELL_WORDS } from './words.ts';

const NAMES: Readonly<Record<Language, string>> = { de: 'Deutsch', en: 'English' };

async function leave(): Promise<void> {
  await api.call(signOut);
  // Nothing of one person stays for the next one at this screen.
  queryClient.clear();
  window.location.assign('/');
}

export function AccountMenu() {
  const words = useWords(SHELL_WORDS);
  const { language, speak } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const me = useMe();
  const choose = async (wanted: Language) => {
    speak(wanted);
    const changed = await api.call(changeMe, { body: { name: me.name, language: wanted } });
    queryClient.setQueryData([getMe.id, {}, {}], changed);
    await queryClient.invalidateQueries();
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="subtle" aria-label={`${words.account}: ${me.name}`}>
          {me.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to="/account">
          {words.account}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{words.language}</Menu.Label>
        {(['de', 'en'] as const).map((wanted) => (
          <Menu.Item
            key={wanted}
            aria-current={wanted === language}
            fw={wanted === language ? 650 : 400}
            onClick={() => void choose(wanted)}
          >
            {NAMES[wanted]}
          </Menu.Item>
        ))}
        <Menu.Label>{words.colours.label}</Menu.Label>
        {(['auto', 'light', 'dark'] as const).map((scheme) => (
          <Menu.Item
            key={scheme}
            aria-current={scheme === colorScheme}
            fw={scheme === colorScheme ? 650 : 400}
            onClick={() => setColorScheme(scheme)}
          >
            {words.colours[scheme]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => void leave()}>{words.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
