import { exportAffected, MOST_DIRECT_ROWS } from '#endpoints/affected.ts';
import { startPeopleExport } from '#endpoints/exports.ts';
import { api } from '../../api.ts';
import { saveFile } from '../../charts/save-file.ts';
import { ExportMenu } from '../../exports/ExportMenu.tsx';
import { useWords } from '../../language.tsx';
import { useMay } from '../../shell/me.ts';
import { PEOPLE_WORDS } from './people-words.ts';
import type { PeopleFilter } from './use-people.ts';

interface PeopleExportProps {
  readonly audit: string;
  readonly check: string;
  readonly filter: PeopleFilter;
  /** Of the list as it is filtered. */
  readonly total: number;
}

/** Takes the list out of the house; only for those who may. */
export function PeopleExport({ audit, check, filter, total }: PeopleExportProps) {
  const words = useWords(PEOPLE_WORDS);
  const may = useMay('touchpointManager', 'analyst');
  const params = { id: audit, check };
  if (!may) return null;
  return (
    <ExportMenu
      label={words.takeAlong}
      save={async (file) => {
        if (total > MOST_DIRECT_ROWS) return api.call(startPeopleExport, { params, body: { ...filter, ...file } });
        const answer = await api.open(exportAffected, { params, query: { ...filter, ...file } });
        saveFile(`${check}.${file.format}`, await answer.blob());
        return null;
      }}
    />
  );
}
