import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useWords } from '../language.tsx';
import { SHELL_WORDS } from '../shell/words.ts';

/** Where a page will be: a heading, its answer, and what proves it. */
export function Loading({ rows = 3 }: { readonly rows?: number }) {
  const words = useWords(SHELL_WORDS);
  return (
    <Stack aria-busy="true" gap="md" p="md">
      <VisuallyHidden role="status">{words.loading}</VisuallyHidden>
      <Skeleton height={32} width="60%" />
      <Skeleton height={20} width="80%" />
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <Skeleton key={row} height={96} />
      ))}
    </Stack>
  );
}
