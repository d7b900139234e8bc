import { useComputedColorScheme, useMantineTheme } from '@mantine/core';
import { useMemo } from 'react';
import { cssVariables } from '../theme.ts';
import type { Ink } from './chart-shape.ts';

/** The colours of the page, as values that also stand in an exported file. */
export function useInk(): Ink {
  const theme = useMantineTheme();
  const scheme = useComputedColorScheme('light');
  return useMemo(() => {
    const colours = cssVariables(theme)[scheme];
    const named = (name: `--${string}`) => colours[name] ?? theme.black;
    const dark = scheme === 'dark';
    const grey = (shade: number) => theme.colors.gray[shade] ?? named('--soft');
    return {
      existing: named('--existing'),
      newcomer: named('--newcomer'),
      soft: named('--soft'),
      faint: named('--faint'),
      text: dark ? theme.white : theme.black,
      ground: dark ? (theme.colors.dark[7] ?? theme.black) : theme.white,
      greys: dark ? [named('--soft'), grey(2)] : [named('--soft'), grey(9)],
    };
  }, [theme, scheme]);
}
