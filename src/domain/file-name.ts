const WORKBOOK = /^.*?[.]xls[xm](?:[.]gz)?(?=#)/is;

/** A file as its sender called it, without folders; a sheet of a workbook keeps its name ("book.xlsx#sheet"), slashes and all. */
export function fileName(path: string): string {
  const [file] = WORKBOOK.exec(path) ?? [path];
  return (file.split('/').at(-1) ?? file) + path.slice(file.length);
}
