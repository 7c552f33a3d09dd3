import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ShieldCheck } from 'lucide-react';
import { onEvents } from '../../data/live.ts';
import { words } from '../../i18n/words.ts';
import type { Feature } from '../../shell/feature.ts';
import { shellRoute } from '../../shell/root-route.tsx';
import { later } from '../../ui/later.tsx';
import { applySignIn } from './apply-events.ts';
import { auditPlaceMessages } from './place-messages.ts';
import { readAuditSearch } from './search.ts';

export const auditRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/audit',
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import('./AuditPage.tsx'), 'AuditPage'),
  staticData: { title: words(auditPlaceMessages, 'title') },
});

export const audit: Feature = {
  name: 'audit',
  places: [
    {
      route: auditRoute,
      label: words(auditPlaceMessages, 'title'),
      icon: ShieldCheck,
      section: 'settings',
      keys: 'g a',
      needs: 'sign-ins.read',
    },
  ],
  Everywhere: later(async () => (await import('./AuditCommands.tsx')).AuditCommands, { optional: true }),
};

onEvents('member', applySignIn);
