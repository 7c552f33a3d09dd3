import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Monitor, Smartphone } from 'lucide-react';
import { api } from '../../data/api.ts';
import { useProblems } from '../../data/use-problems.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { Badge } from '../../ui/display/Badge.tsx';
import { Time } from '../../ui/display/Time.tsx';
import { toast } from '../../ui/feedback/toast-store.ts';
import { devicesMessages } from './messages.ts';
import { sessionsQuery, type Session } from './sessions-query.ts';
import { useDeviceName } from './use-device-name.ts';

export function DeviceRow({ session }: { session: Session }) {
  const t = useT(devicesMessages);
  const problems = useProblems();
  const queryClient = useQueryClient();
  const device = useDeviceName()(session.device);
  const end = useMutation({
    mutationFn: () => api.account.endSession({ sessionId: session.sessionId }),
    onSuccess: () => toast(t('ended', { device })),
    onError: (error) => toast(problems.say(error), { tone: 'bad' }),
    // Also after a refusal: it may have ended by itself in the meantime.
    onSettled: () => queryClient.invalidateQueries(sessionsQuery),
  });
  const Icon = /Android|iPhone/.test(session.device ?? '') ? Smartphone : Monitor;
  return (
    <li className="flex items-center gap-3 py-3 first:pt-0 last:pb-0">
      <span className="grid size-9 shrink-0 place-items-center rounded-md bg-sunken text-ink-2">
        <Icon aria-hidden className="size-4.5" />
      </span>
      <span className="grid min-w-0 flex-1 gap-0.5">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5 font-medium">
          {device}
          {session.current && <Badge tone="good">{t('here')}</Badge>}
        </span>
        <span className="flex flex-wrap gap-x-3 text-sm text-ink-2">
          <span>{t.rich('seen', { when: <Time at={session.lastSeenAt} /> })}</span>
          <span>{t.rich('since', { when: <Time at={session.createdAt} as="dayTime" /> })}</span>
          {session.ipAddress && <span className="break-all">{session.ipAddress}</span>}
        </span>
      </span>
      {!session.current && (
        <Button
          size="small"
          busy={end.isPending}
          onClick={() => end.mutate()}
          aria-label={t('endOne', { device })}
        >
          {t('end')}
        </Button>
      )}
    </li>
  );
}
