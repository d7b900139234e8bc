import { Box, Menu, useMantineColorScheme } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { cloneElement } from 'react';
import { LANGUAGES, type Language } from '#domain/language.ts';
import { changeMe, getMe, signOut } from '#endpoints/session.ts';
import { api, queryClient } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { type AtButton, useOpenFromTheStart } from '../parts/OpensLater.tsx';
import { useMe } from './me.ts';
import { SHELL_WORDS } from './words.ts';

const NAMES: Readonly<Record<Language, string>> = { de: 'Deutsch', en: 'English' };

const SCHEMES = ['auto', 'light', 'dark'] as const;

async function leave(): Promise<void> {
  await api.call(signOut);
  // Nothing of one person stays for the next one at this screen.
  queryClient.clear();
  window.location.assign('/');
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly (readonly [value: T, name: string])[];
  readonly onChoose: (value: T) => void;
}

function Choice<T extends string>({ label, value, choices, onChoose }: ChoiceProps<T>) {
  const chosen = (name: string) => choices.find(([each]) => each === name)?.[0] ?? value;
  return (
    <Box role="group" aria-label={label}>
      <Menu.Label aria-hidden>{label}</Menu.Label>
      <Menu.RadioGroup value={value} onChange={(name) => onChoose(chosen(name))}>
        {choices.map(([each, name]) => (
          <Menu.RadioItem key={each} value={each}>
            {name}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </Box>
  );
}

/** The account's menu around its button: own page, language, colours, the way out. */
export function AccountList({ button }: AtButton) {
  const { ref, opened, setOpened } = useOpenFromTheStart();
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
    <Menu
      position="bottom-end"
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      opened={opened}
      onChange={setOpened}
    >
      <Menu.Target>{cloneElement(button, { ref })}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to="/account">
          {words.account}
        </Menu.Item>
        <Menu.Divider />
        <Choice
          label={words.language}
          value={language}
          choices={LANGUAGES.map((each) => [each, NAMES[each]])}
          onChoose={(wanted) => void choose(wanted)}
        />
        <Choice
          label={words.colours.label}
          value={colorScheme}
          choices={SCHEMES.map((each) => [each, words.colours[each]])}
          onChoose={setColorScheme}
        />
        <Menu.Divider />
        <Menu.Item onClick={() => void leave()}>{words.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
