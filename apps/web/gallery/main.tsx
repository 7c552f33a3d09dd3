import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { watchPreferences } from '../src/shell/preferences.ts';
import { Providers } from '../src/shell/Providers.tsx';
import '../src/ui/styles/base.css';
import { Gallery } from './Gallery.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('gallery.html has lost its #root');

watchPreferences();
createRoot(root).render(
  <QueryClientProvider client={new QueryClient()}>
    <Providers>
      <Gallery />
    </Providers>
  </QueryClientProvider>,
);
