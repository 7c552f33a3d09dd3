import type { QueryClient } from '@tanstack/react-query';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { api } from '../../data/api.ts';
import { findAccount, goTo } from '../../data/session.ts';
import { words } from '../../i18n/words.ts';
import { publicRoute } from '../../shell/root-route.tsx';
import { signInPlaceMessages } from './place-messages.ts';
import { safeDestination } from './safe-destination.ts';

export const signInRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/sign-in',
  preload: false,
  validateSearch: ({ to }: Record<string, unknown>): { to?: string } =>
    typeof to === 'string' ? { to } : {},
  beforeLoad: ({ context, search }) => goOnWhenPossible(context.queryClient, search.to),
  component: lazyRouteComponent(() => import('./SignInPage.tsx'), 'SignInPage'),
  staticData: { title: words(signInPlaceMessages, 'title') },
});

export const forgotPasswordRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('./ForgotPasswordPage.tsx'), 'ForgotPasswordPage'),
  staticData: { title: words(signInPlaceMessages, 'forgotTitle') },
});

export const resetPasswordRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/reset-password',
  component: lazyRouteComponent(() => import('./ResetPasswordPage.tsx'), 'ResetPasswordPage'),
  staticData: { title: words(signInPlaceMessages, 'resetTitle') },
});

/** Who is signed in goes on; a new installation is set up first. When neither is known, the form says why later. */
async function goOnWhenPossible(queryClient: QueryClient, to: string | undefined): Promise<void> {
  const [account, setUp] = await Promise.allSettled([findAccount(queryClient), api.setUp.status()]);
  if (account.status === 'fulfilled' && account.value !== null)
    return goTo(safeDestination(to, window.location.origin));
  if (setUp.status === 'fulfilled' && setUp.value.needed) return goTo('/set-up');
}
