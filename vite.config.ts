import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// The server of the product, for `vite` during development; the build is served by the product itself.
const api = `http://127.0.0.1:${process.env.PORT ?? '4400'}`;

export default defineConfig({
  root: here('src/web'),
  plugins: [react(), tailwindcss()],
  // With their slashes: /api.ts is a module of ours.
  server: { proxy: { '^/api/': api, '^/v1/': api } },
  build: {
    outDir: here('dist/web'),
    emptyOutDir: true,
    // light-dark() and CSS nesting as they are written.
    cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
    target: ['chrome123', 'firefox128', 'safari17.5'],
    manifest: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
  },
});
