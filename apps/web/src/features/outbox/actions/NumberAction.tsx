import { Pause, Play } from 'lucide-react';
import { api } from '../../../data/api.ts';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { outboxMessages } from '../messages.ts';
import { useAct } from '../use-act.ts';

interface NumberActionProps {
  numberId: string;
  name: string;
  isPaused: boolean;
}

/** Each undoes the other, so neither asks first. */
export function NumberAction({ numberId, name, isPaused }: NumberActionProps) {
  const t = useT(outboxMessages);
  const { busy, run } = useAct();
  if (!useAllows()('outbox.manage')) return null;
  return isPaused ? (
    <Button
      size="small"
      icon={Play}
      busy={busy}
      aria-label={t('resumeNumber', { number: name })}
      onClick={() => void run(() => api.outbox.resumeNumber({ numberId }), t('resumed', { name }))}
    >
      {t('resume')}
    </Button>
  ) : (
    <Button
      size="small"
      icon={Pause}
      busy={busy}
      aria-label={t('pauseNumber', { number: name })}
      onClick={() => void run(() => api.outbox.pauseNumber({ numberId }), t('paused', { name }))}
    >
      {t('pause')}
    </Button>
  );
}
