import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient, router } from './routes.tsx';
import { watchPreferences } from './shell/preferences.ts';
import { Providers } from './shell/Providers.tsx';
import './ui/styles/base.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has lost its #root');

watchPreferences();
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Providers>
        <RouterProvider router={router} />
      </Providers>
    </QueryClientProvider>
  </StrictMode>,
);
