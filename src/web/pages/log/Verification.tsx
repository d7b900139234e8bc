import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { verifyLog } from '#endpoints/audit-log.ts';
import { api } from '../../api.ts';
import { useFormat, useWords } from '../../language.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { LOG_WORDS } from './words.ts';

/** Recomputes the chain on demand and says whether it is intact or where it breaks. */
export function Verification() {
  const words = useWords(LOG_WORDS);
  const format = useFormat();
  const { data, error, isPending, mutate } = useMutation({ mutationFn: () => api.call(verifyLog) });
  return (
    <Stack gap="sm">
      <Group>
        <Button variant="default" onClick={() => mutate()} loading={isPending}>
          {words.verify}
        </Button>
      </Group>
      {error !== null && <Failure error={error} />}
      {data !== undefined && (
        <Alert color="gray" role="status">
          <Text fw={650}>
            {data.intact ? words.intact(format.count(data.entries)) : words.broken(format.count(data.brokenAt ?? 0))}
          </Text>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {`${words.lastHash}: ${data.lastHash}`}
          </Text>
          <Text size="sm" className="soft">
            {words.lastHashWhy}
          </Text>
        </Alert>
      )}
    </Stack>
  );
}
