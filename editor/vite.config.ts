import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { groups } from './chunks.ts';

/** Where the API answers while the editor is developed on its own. */
const API = 'http://127.0.0.1:3100';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: { host: '127.0.0.1', proxy: { '/v1': API, '/healthz': API, '/readyz': API, '/openapi.json': API } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: { codeSplitting: { groups } },
      treeshake: { manualPureFunctions: ['z'] }, // making a schema that nobody asks does nothing
    },
  },
});
