import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useFormat, useWords } from '../language.tsx';
import { useMe } from '../shell/me.ts';
import { placesFor } from '../shell/navigation.ts';
import './tour.css';
import { TOUR_WORDS } from './words.ts';

/** Leads through the places that the person may enter, one sentence each; the page behind stays usable. */
export function Tour({ onEnd }: { readonly onEnd: () => void }) {
  const words = useWords(TOUR_WORDS);
  const format = useFormat();
  const navigate = useNavigate();
  const me = useMe();
  const [at, setAt] = useState(0);
  const card = useRef<HTMLDivElement>(null);
  const stops = placesFor(me.roles).flatMap(({ path, name }) => {
    const said = words.stops[name];
    return said === undefined ? [] : [{ path, ...said }];
  });
  const path = stops[at]?.path;
  // The router and the focus are outside of React: both follow the step.
  useEffect(() => {
    if (path === undefined) return;
    void navigate({ to: path });
    card.current?.focus();
  }, [path, navigate]);
  const stop = stops[at];
  if (stop === undefined) return null;
  const last = at === stops.length - 1;
  return (
    <Paper
      ref={card}
      className="tour no-print"
      withBorder
      shadow="md"
      p="md"
      role="dialog"
      aria-label={words.label}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onEnd();
      }}
    >
      <Stack gap="xs">
        <Text size="sm" className="soft">
          {words.label}, {words.step(format.count(at + 1), format.count(stops.length))}
        </Text>
        <Title order={2} size="h4">
          {stop.title}
        </Title>
        <Text>{stop.text}</Text>
        <Group gap="xs">
          {at > 0 && (
            <Button size="xs" variant="default" onClick={() => setAt(at - 1)}>
              {words.back}
            </Button>
          )}
          {!last && (
            <Button size="xs" onClick={() => setAt(at + 1)}>
              {words.next}
            </Button>
          )}
          <Button size="xs" variant={last ? 'filled' : 'subtle'} onClick={onEnd}>
            {words.end}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
