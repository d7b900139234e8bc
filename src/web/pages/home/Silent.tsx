import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getReadiness } from '#endpoints/company-data.ts';
import { ask } from '../../api.ts';
import { useWords } from '../../language.tsx';
import { PageLink } from '../../parts/PageLink.tsx';
import type { PresentedCheck } from '../../parts/report-shape.ts';
import { useMay } from '../../shell/me.ts';
import { keyOf } from './sides.ts';
import { HOME_WORDS } from './words.ts';

interface SilentProps {
  readonly checks: readonly PresentedCheck[];
  readonly audit: string;
}

/** What could not be judged, why, and the one column that would unlock it. */
export function Silent({ checks, audit }: SilentProps) {
  const words = useWords(HOME_WORDS);
  const may = useMay('touchpointManager', 'headOfCare', 'cfo', 'analyst', 'dataProtection', 'administrator');
  const { data } = useQuery({ ...ask(getReadiness), enabled: may && checks.length > 0 });
  const columnFor = ({ id, sharpen }: PresentedCheck) => {
    const ready = data?.checks.find((check) => check.id === id);
    return sharpen ?? ready?.missing[0] ?? ready?.sharpens[0] ?? '';
  };
  if (checks.length === 0) return null;
  return (
    <Stack component="section" gap="xs">
      <div>
        <Title order={2}>{words.silent}</Title>
        <Text className="soft">{words.silentText}</Text>
      </div>
      <ol className="finding-rows">
        {checks.map((check) => {
          const column = columnFor(check);
          return (
            <li key={keyOf(check)} className="silent-row">
              <PageLink
                to="/finding/$check"
                params={{ check: check.id }}
                search={{ audit, reference: check.reference }}
                fw={650}
              >
                {check.question}
              </PageLink>
              <Text size="sm">
                {check.outcomeText}. {check.answer}
              </Text>
              {column !== '' && (
                <Text size="sm" className="soft">
                  {words.unlock(column)}
                </Text>
              )}
            </li>
          );
        })}
      </ol>
    </Stack>
  );
}
