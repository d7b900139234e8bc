import { startTableExport } from '#endpoints/exports.ts';
import { api } from '../../api.ts';
import { ExportMenu } from '../../exports/ExportMenu.tsx';
import { useWords } from '../../language.tsx';
import { useMay } from '../../shell/me.ts';
import { DATA_WORDS } from './words.ts';

/** Takes a stored table out of the house; only for the analyst. */
export function TableExport({ table }: { readonly table: string }) {
  const { tables: words } = useWords(DATA_WORDS);
  if (!useMay('analyst')) return null;
  return (
    <ExportMenu
      label={words.takeAlong}
      save={(file) => api.call(startTableExport, { params: { table }, body: file })}
    />
  );
}
