import { Trash2 } from 'lucide-react';
import { api } from '../../../data/api.ts';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ConfirmAction } from '../../../shell/ConfirmAction.tsx';
import { outboxMessages } from '../messages.ts';
import type { Source } from '../queries.ts';
import { useAct } from '../use-act.ts';
import { PauseButton } from './PauseButton.tsx';

/** Pausing can be undone at any time; cancelling cannot, and says how many it stops. */
export function SourceActions({ source: { sourceId, name, state, waiting } }: { source: Source }) {
  const t = useT(outboxMessages);
  const { busy, run, attempt } = useAct();
  if (!useAllows()('outbox.manage')) return null;
  const isPaused = state === 'paused';
  const change = () => (isPaused ? api.outbox.resumeSource : api.outbox.pauseSource)({ sourceId });
  return (
    <>
      <PauseButton
        isPaused={isPaused}
        busy={busy}
        label={t(isPaused ? 'resumeSource' : 'pauseSource', { name })}
        onClick={() => void run(change, t(isPaused ? 'resumed' : 'paused', { name }))}
      />
      <ConfirmAction
        size="small"
        icon={Trash2}
        label={t('cancel')}
        title={t('cancelSourceTitle', { name })}
        confirm={waiting > 0 ? t('cancelSourceAct', { count: waiting }) : t('cancelSource', { name })}
        act={() => attempt(() => api.outbox.cancelSource({ sourceId }), t('cancelledSource', { name }))}
      >
        <p>{t('cancelSourceHelp', { count: waiting })}</p>
      </ConfirmAction>
    </>
  );
}
