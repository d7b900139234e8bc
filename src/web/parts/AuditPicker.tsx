import { NativeSelect } from '@mantine/core';
import { useFormat, useWords } from '../language.tsx';
import type { AuditSummary } from './report-shape.ts';
import { PARTS_WORDS } from './words.ts';

interface AuditPickerProps {
  readonly audits: readonly AuditSummary[];
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly label?: string;
}

/** Which audit is looked at. */
export function AuditPicker({ audits, value, onChange, label }: AuditPickerProps) {
  const words = useWords(PARTS_WORDS);
  const format = useFormat();
  return (
    <NativeSelect
      label={label ?? words.audit}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={audits.map(({ id, asOf, createdAt, note }) => ({
        value: id,
        label: words.auditName(format.day(asOf), format.instant(createdAt, null), note),
      }))}
    />
  );
}
