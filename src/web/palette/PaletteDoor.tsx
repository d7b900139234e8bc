import { Button, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../language.tsx';
import { PALETTE_WORDS } from './words.ts';

const Tour = lazy(() => import('../tour/Tour.tsx').then((module) => ({ default: module.Tour })));
const Palette = lazy(() => import('./Palette.tsx').then((module) => ({ default: module.Palette })));

/** The way into the palette and the tour: a button, and the keys that people know from elsewhere. Both are loaded when first wanted. */
export function PaletteDoor() {
  const words = useWords(PALETTE_WORDS);
  const [open, setOpen] = useState(false);
  const [touring, setTouring] = useState(false);
  useHotkeys([['mod+K', () => setOpen(true)]], []);
  return (
    <>
      <Button
        variant="default"
        size="compact-md"
        px={6}
        title={words.hint}
        aria-label={words.button}
        onClick={() => setOpen(true)}
      >
        <IconSearch size={18} aria-hidden />
        <Text component="span" inherit visibleFrom="sm" ml={6}>
          {words.button}
        </Text>
      </Button>
      {open && (
        <Suspense fallback={null}>
          <Palette onClose={() => setOpen(false)} onTour={() => setTouring(true)} />
        </Suspense>
      )}
      {touring && (
        <Suspense fallback={null}>
          <Tour onEnd={() => setTouring(false)} />
        </Suspense>
      )}
    </>
  );
}
