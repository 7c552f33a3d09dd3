import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient, router } from './routes.tsx';
import { watchPreferences } from './shell/preferences.ts';
import { Providers } from './shell/Providers.tsx';
import { fetchTheRest } from './ui/later.tsx';
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

// What opens on a press is fetched when the first page stands and nothing else happens, so that it opens at once.
const stopWaiting = router.subscribe('onRendered', () => {
  stopWaiting();
  // Safari has no word for being idle.
  if ('requestIdleCallback' in window) requestIdleCallback(fetchTheRest, { timeout: 5_000 });
  else setTimeout(fetchTheRest, 1_000);
});
