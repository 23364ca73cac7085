import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { ApiError } from './api/request.ts';
import { router } from './routes.tsx';
import { cssVariables, theme } from './theme.ts';
import { Toasts } from './Toasts.tsx';

/** The server or its database is away or still starting. Other refusals are answers: asking again brings the same. */
const isAway = (error: unknown) => error instanceof ApiError && ['unreachable', 'unavailable'].includes(error.code);

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 1000,
      retry: (times, error) => times < 2 && isAway(error),
      // Pages come back by themselves once the server does.
      refetchInterval: ({ state }) => (isAway(state.error) ? 3000 : false),
    },
  },
});

/** The editor with everything around it. */
export function App() {
  return (
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <Toasts />
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  );
}
