import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const SERVER = process.env['STAMMKUNDE_URL'] ?? 'http://127.0.0.1:3210';

// The server hands out dist/web; while building pages, `vite` serves them and passes /api on to a running server.
export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { '/api': SERVER } },
});
