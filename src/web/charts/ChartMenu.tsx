import { Button, Menu } from '@mantine/core';
import type { RefObject } from 'react';
import { useWords } from '../language.tsx';
import type { DrawingFile } from './Drawing.tsx';
import { saveFile } from './save-file.ts';
import { savePng, svgFile } from './save-picture.ts';
import { CHART_WORDS } from './words.ts';

interface ChartMenuProps {
  /** Of the files, without ending. */
  readonly name: string;
  readonly title: string;
  readonly csv: () => string;
  readonly drawing: RefObject<DrawingFile | null>;
  readonly ground: string;
}

/** Takes a chart along: its numbers or its picture. */
export function ChartMenu({ name, title, csv, drawing, ground }: ChartMenuProps) {
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
        <Menu.Item onClick={() => saveFile(`${name}.csv`, new Blob([csv()], { type: 'text/csv' }))}>
          {words.csv}
        </Menu.Item>
        <Menu.Item onClick={() => saveFile(`${name}.svg`, svgFile(svg()))}>{words.svg}</Menu.Item>
        <Menu.Item onClick={() => void savePng(`${name}.png`, svg(), ground)}>{words.png}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
