import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useInk } from '../../charts/use-ink.ts';
import { useWords } from '../../language.tsx';
import { canDraw, type Drawn, drawNetwork, type Network } from './draw-network.ts';
import { NETWORK_WORDS } from './words.ts';

/** The network drawn with WebGL; moved with the mouse or the buttons. */
export function NetworkPicture({ network }: { readonly network: Network }) {
  const words = useWords(NETWORK_WORDS).picture;
  const ink = useInk();
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn>(null);
  const [laying, setLaying] = useState(true);
  const [possible] = useState(canDraw);
  useEffect(() => {
    if (place.current === null || !possible) return;
    const own = drawNetwork(place.current, network, { there: ink.existing, left: ink.soft, tie: ink.faint }, () =>
      setLaying(false),
    );
    drawn.current = own;
    return () => {
      drawn.current = null;
      own.end();
    };
  }, [network, ink, possible]);
  if (!possible) return <Text>{words.noGl}</Text>;
  return (
    <Stack gap="xs" className="no-print">
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={() => drawn.current?.nearer()}>
          {words.bigger}
        </Button>
        <Button size="xs" variant="default" onClick={() => drawn.current?.farther()}>
          {words.smaller}
        </Button>
        <Button size="xs" variant="default" onClick={() => drawn.current?.whole()}>
          {words.whole}
        </Button>
        <Text size="sm" className="soft" role="status">
          {laying ? words.laying : ''}
        </Text>
      </Group>
      <div
        ref={place}
        role="img"
        aria-label={words.label}
        style={{ height: 'min(560px, 70vh)', border: '1px solid var(--faint)' }}
      />
    </Stack>
  );
}
