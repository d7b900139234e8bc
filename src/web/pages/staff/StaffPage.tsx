import { Divider, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getWorksAgreement } from '#endpoints/works-agreement.ts';
import { CheckAnswer } from '../../answer/CheckAnswer.tsx';
import { ReportPage } from '../../answer/ReportPage.tsx';
import { type Answer, answerOf } from '../../answer/view.ts';
import { ask } from '../../api.ts';
import { useFormat, useWords } from '../../language.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageButton } from '../../parts/PageLink.tsx';
import { withheldConditions } from './withheld.ts';
import { STAFF_WORDS } from './words.ts';

function Locked() {
  const { locked } = useWords(STAFF_WORDS);
  return (
    <Stack align="flex-start">
      <Title>{locked.title}</Title>
      <Text size="lg">{locked.text}</Text>
      <PageButton to="/agreement">{locked.button}</PageButton>
    </Stack>
  );
}

function Withheld({ answer }: { readonly answer: Answer | null }) {
  const { suppressed } = useWords(STAFF_WORDS);
  const conditions = answer === null ? [] : withheldConditions(answer.check);
  if (conditions.length === 0) return null;
  return (
    <Stack gap={4}>
      <Title order={2} size="h4">
        {suppressed.title}
      </Title>
      <Text className="soft">{suppressed.text}</Text>
      <List>
        {conditions.map((condition) => (
          <List.Item key={condition}>
            {suppressed.names[condition]}: {suppressed.word}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

function Parity({ minimumGroup }: { readonly minimumGroup: number }) {
  const words = useWords(STAFF_WORDS);
  const format = useFormat();
  return (
    <ReportPage>
      {(view) => {
        const parity = answerOf(view, 'staff-disparity');
        const older = parity?.check.reason?.id === 'noWorksAgreement';
        return (
          <>
            <CheckAnswer view={view} answer={parity} order={1} />
            {older ? <Text>{words.older}</Text> : <Withheld answer={parity} />}
            <Text className="soft">{words.group(format.count(minimumGroup))}</Text>
            <Divider />
            <CheckAnswer view={view} answer={answerOf(view, 'contact-person-change')} />
            <Divider />
            <CheckAnswer view={view} answer={answerOf(view, 'care-coverage')} />
          </>
        );
      }}
    </ReportPage>
  );
}

/** Parity of care, in groups only; locked until a works agreement is recorded. */
export function StaffPage() {
  const { data, error, refetch } = useQuery(ask(getWorksAgreement));
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  if (!data.staffQuestions) return <Locked />;
  return <Parity minimumGroup={data.current?.minimumGroup ?? 0} />;
}
