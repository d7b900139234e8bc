import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const SERVER = process.env['STAMMKUNDE_URL'] ?? 'http://127.0.0.1:3210';

/** A component whose styles src/web/mantine.css leaves out would be shown bare: the build stops instead. */
const componentsAreDressed = (): Plugin => ({
  name: 'components-are-dressed',
  apply: 'build',
  async generateBundle(_, bundle) {
    const styles = await readFile('src/web/mantine.css', 'utf8');
    const modules = Object.values(bundle).flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
    for (const module of modules) {
      const name = /@mantine\/core\/.*\/(\w+)\.module\.mjs$/.exec(module)?.[1];
      const bare = name !== undefined && !styles.includes(`"@mantine/core/styles/${name}.css"`);
      if (bare) this.error(`src/web/mantine.css leaves out ${name}.css`);
    }
  },
});

const BEST = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } };

/** Scripts, styles and drawings lie beside themselves packed, so that the server packs nothing while people wait. */
const packed = (): Plugin => ({
  name: 'packed',
  apply: 'build',
  async writeBundle({ dir = '.' }, bundle) {
    for (const name of Object.keys(bundle).filter((file) => /\.(js|css|html|svg)$/.test(file))) {
      const file = join(dir, name);
      const content = await readFile(file);
      await writeFile(`${file}.gz`, gzipSync(content, { level: 9 }));
      await writeFile(`${file}.br`, brotliCompressSync(content, BEST));
    }
  },
});

// The server hands out dist/web; while building pages, `vite` serves them and passes /api on to a running server.
export default defineConfig({
  root: 'src/web',
  plugins: [react(), componentsAreDressed(), packed()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { '/api': SERVER } },
});
