import { useRouterState } from '@tanstack/react-router';

/** A thin line while a page is on its way; its style sheet lets it appear only when that takes long enough to wonder. */
export function LoadingBar() {
  const loading = useRouterState({ select: (state) => state.isLoading });
  return loading && <div aria-hidden className="loading-bar fixed inset-x-0 top-0 z-80 h-0.5 bg-accent" />;
}
