/** A table as it is read on the screen, head and all: what stands in several lines of a cell is parted by dots. */
export const shownRows = (table: HTMLTableElement): readonly (readonly string[])[] =>
  [...table.rows].map((row) =>
    [...row.cells].flatMap((cell) => [
      // biome-ignore lint/performance/useDomNodeTextContent: what stands in two lines must not run together
      cell.innerText.trim().replaceAll(/\s*\n\s*/g, ' · '),
      ...Array.from({ length: cell.colSpan - 1 }, () => ''),
    ]),
  );
