import { Menu } from '@mantine/core';
import { cloneElement } from 'react';
import { csvFile } from '../charts/csv.ts';
import { saveFile } from '../charts/save-file.ts';
import { useWords } from '../language.tsx';
import { type AtButton, useOpenFromTheStart } from './OpensLater.tsx';
import { shownRows } from './shown-rows.ts';
import type { TakeTableProps } from './TakeTable.tsx';
import { PARTS_WORDS } from './words.ts';
import { workbookOf } from './workbook.ts';

/** File names that every system takes: "Geld im Jahr" -> geld-im-jahr. */
const fileName = (label: string) =>
  label
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);

/** The forms in which a table can be taken along. */
export function TakeTableMenu({ button, label, box }: AtButton & TakeTableProps) {
  const words = useWords(PARTS_WORDS);
  const { ref, opened, setOpened } = useOpenFromTheStart();
  const rows = () => {
    const table = box.current?.querySelector('table');
    return table instanceof HTMLTableElement ? shownRows(table) : [];
  };
  const name = fileName(label) || 'table';
  return (
    <Menu
      position="bottom-start"
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      opened={opened}
      onChange={setOpened}
    >
      <Menu.Target>{cloneElement(button, { ref })}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => saveFile(`${name}.csv`, csvFile(rows()))}>{words.asCsv}</Menu.Item>
        <Menu.Item onClick={() => saveFile(`${name}.xlsx`, workbookOf(rows()))}>{words.asWorkbook}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
