import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { embedScript } from './embed/build-script.ts';

const server = process.env.TRIKON_URL ?? 'http://127.0.0.1:4100';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), tailwind(), embedScript()],
  build: {
    outDir: 'dist',
    // Fonts stay files: a data: URL would need a wider content policy and would load on every visit.
    assetsInlineLimit: 0,
    target: ['chrome111', 'firefox128', 'safari16.4'],
    modulePreload: { polyfill: false },
  },
  server: {
    port: 4173,
    proxy: { '/api': server, '/auth': server },
  },
});
