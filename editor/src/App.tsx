import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { ApiError } from './api/request.ts';
import { router } from './routes.tsx';
import { cssVariables, theme } from './theme.ts';

/** Refusals are answers: asking again would bring the same. */
const isWorthTrying = (times: number, error: Error) =>
  times < 2 && (!(error instanceof ApiError) || ['unreachable', 'unavailable'].includes(error.code));

const client = new QueryClient({ defaultOptions: { queries: { retry: isWorthTrying, staleTime: 1000 } } });

/** The editor with everything around it. */
export function App() {
  return (
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <Notifications position="bottom-right" autoClose={5000} />
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  );
}
