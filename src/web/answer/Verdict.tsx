import { Badge, Group } from '@mantine/core';
import { GradeMark } from '../parts/GradeMark.tsx';
import type { PresentedCheck } from '../parts/report-shape.ts';

/** The outcome in words and the grade as a letter with its sentence behind it. */
export function Verdict({ spoken }: { readonly spoken: PresentedCheck }) {
  return (
    <Group gap="xs">
      <Badge variant="outline" tt="none">
        {spoken.outcomeText}
      </Badge>
      {spoken.grade !== null && <GradeMark grade={spoken.grade} sentence={spoken.gradeText ?? spoken.grade} />}
    </Group>
  );
}
