import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

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
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            { name: 'interface', test: /node_modules\/@(mantine|floating-ui)\// },
            { name: 'routing', test: /node_modules\/@tanstack\// },
            { name: 'words', test: /node_modules\/(i18next|react-i18next|html-parse-stringify|void-elements)\// },
            { name: 'canvas', test: /node_modules\/@xyflow\// },
            { name: 'schemas', test: /node_modules\/zod\// },
          ],
        },
      },
    },
  },
});
