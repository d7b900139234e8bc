import { Button, Menu } from '@mantine/core';
import type { RefObject } from 'react';
import { useWords } from '../language.tsx';
import { csvFile } from './csv.ts';
import type { DrawingFile } from './Drawing.tsx';
import { saveFile } from './save-file.ts';
import { savePng, svgFile } from './save-picture.ts';
import { CHART_WORDS } from './words.ts';

interface ChartMenuProps {
  /** Of the files, without ending. */
  readonly name: string;
  readonly title: string;
  /** Its numbers, the head first. */
  readonly table: () => readonly (readonly (string | number | null)[])[];
  readonly drawing: RefObject<DrawingFile | null>;
  readonly ground: string;
}

type Table = ReturnType<ChartMenuProps['table']>;

async function saveWorkbook(name: string, table: Table): Promise<void> {
  const { workbookOf } = await import('../parts/workbook.ts');
  saveFile(name, workbookOf(table));
}

/** Takes a chart along: its numbers or its picture. */
export function ChartMenu({ name, title, table, drawing, ground }: ChartMenuProps) {
  const words = useWords(CHART_WORDS);
  const svg = () => drawing.current?.svg() ?? '';
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" size="compact-sm" className="no-print" aria-label={`${words.save}: ${title}`}>
          {words.save}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => saveFile(`${name}.csv`, csvFile(table()))}>{words.csv}</Menu.Item>
        <Menu.Item onClick={() => void saveWorkbook(`${name}.xlsx`, table())}>{words.xlsx}</Menu.Item>
        <Menu.Item onClick={() => saveFile(`${name}.svg`, svgFile(svg()))}>{words.svg}</Menu.Item>
        <Menu.Item onClick={() => void savePng(`${name}.png`, svg(), ground)}>{words.png}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
