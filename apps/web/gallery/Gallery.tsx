import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { dismissToast, readToasts } from '../src/ui/feedback/toast-store.ts';
import { stories, type Story } from './story.ts';

/** #table/full draws that story alone; without a name, all are listed. */
export function Gallery() {
  const id = useSyncExternalStore(watchAddress, () => decodeURIComponent(location.hash.slice(1)));
  const story = stories.find((one) => one.id === id);
  if (!story) return <StoryList />;
  return <Stage key={story.id} story={story} />;
}

function Stage({ story }: { story: Story }) {
  useEffect(() => () => readToasts().forEach((one) => dismissToast(one.id)), []);
  // Links need a router around them, as they have on every page.
  const router = useMemo(() => {
    const route = createRootRoute({ component: story.Show });
    return createRouter({ routeTree: route, history: createMemoryHistory() });
  }, [story]);
  if (story.bare) return <story.Show />;
  return (
    <main data-story={story.id} className="min-h-dvh bg-surface p-4 sm:p-6">
      <h1 className="sr-only">{story.id}</h1>
      <RouterProvider router={router as never} />
    </main>
  );
}

function StoryList() {
  return (
    <main className="p-6">
      <h1 className="pb-3 text-2xl font-semibold">Gallery</h1>
      <ul className="columns-3xs gap-6">
        {stories.map((story) => (
          <li key={story.id}>
            <a href={`#${story.id}`} className="inline-block py-1 text-accent-ink underline">
              {story.id}
            </a>
          </li>
        ))}
      </ul>
    </main>
  );
}

function watchAddress(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}
