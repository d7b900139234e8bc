import { lazy } from 'react';
import { useWords } from '../language.tsx';
import { OpensLater } from '../parts/OpensLater.tsx';
import { useMe } from './me.ts';
import { SHELL_WORDS } from './words.ts';

const load = () => import('./AccountList.tsx').then((module) => ({ default: module.AccountList }));
const AccountList = lazy(load);

export function AccountMenu() {
  const words = useWords(SHELL_WORDS);
  const { name } = useMe();
  return (
    <OpensLater
      load={load}
      Opened={AccountList}
      given={{}}
      popup="menu"
      variant="subtle"
      aria-label={`${words.account}: ${name}`}
    >
      {name}
    </OpensLater>
  );
}
