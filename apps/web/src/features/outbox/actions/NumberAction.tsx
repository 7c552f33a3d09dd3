import { api } from '../../../data/api.ts';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { outboxMessages } from '../messages.ts';
import { useAct } from '../use-act.ts';
import { PauseButton } from './PauseButton.tsx';

interface NumberActionProps {
  numberId: string;
  name: string;
  isPaused: boolean;
}

export function NumberAction({ numberId, name, isPaused }: NumberActionProps) {
  const t = useT(outboxMessages);
  const { busy, run } = useAct();
  if (!useAllows()('outbox.manage')) return null;
  const change = () => (isPaused ? api.outbox.resumeNumber : api.outbox.pauseNumber)({ numberId });
  return (
    <PauseButton
      isPaused={isPaused}
      busy={busy}
      label={t(isPaused ? 'resumeNumber' : 'pauseNumber', { number: name })}
      onClick={() => void run(change, t(isPaused ? 'resumed' : 'paused', { name }))}
    />
  );
}
