import { X } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../data/api.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useSentence } from '../../../data/use-sentence.ts';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { IconButton } from '../../../ui/actions/IconButton.tsx';
import { classes } from '../../../ui/classes.ts';
import { ConfirmDialog } from '../../../ui/overlays/ConfirmDialog.tsx';
import { outboxMessages } from '../messages.ts';
import { MessageSummary } from '../MessageSummary.tsx';
import type { Waiting } from '../queries.ts';
import { useAct } from '../use-act.ts';
import { useContactName } from '../../../data/use-contact-name.ts';
import { Until } from './Until.tsx';

interface WaitingRowProps {
  row: Waiting;
  /** It left while somebody looks: its line stays where it is, and says so. */
  isGone: boolean;
}

export function WaitingRow({ row, isGone }: WaitingRowProps) {
  const t = useT(outboxMessages);
  const say = useSentence();
  const mayManage = useAllows()('outbox.manage');
  const { state, why } = row;
  const mayCancel = mayManage && !isGone && (state === 'ready' || state === 'waiting');
  return (
    <li className="flex items-start gap-3 px-pad py-3">
      <div
        className={classes(
          'grid min-w-0 flex-1 gap-x-6 gap-y-2 lg:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_9.5rem]',
          isGone && 'opacity-60',
        )}
      >
        <MessageSummary row={row} />
        <p className="text-body text-pretty text-ink-2">{isGone ? t('gone') : say(why)}</p>
        <Until row={row} />
      </div>
      <span className="grid size-8 shrink-0 place-items-center">
        {mayCancel && <CancelMessage row={row} />}
      </span>
    </li>
  );
}

function CancelMessage({ row }: { row: Waiting }) {
  const t = useT(outboxMessages);
  const problems = useProblems();
  const { attempt } = useAct();
  const { name } = useContactName()(row);
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const cancel = async () => {
    try {
      await attempt(() => api.outbox.cancel({ messageId: row.messageId }), t('cancelledMessage', { name }));
    } catch (error) {
      setProblem(problems.say(error));
      throw error;
    }
  };
  return (
    <>
      <IconButton icon={X} size="small" label={t('cancelMessage')} onClick={() => setAsking(true)} />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('cancelMessageTitle')}
        confirm={t('cancelMessage')}
        problem={problem}
        onConfirm={cancel}
      >
        <p>{t('cancelMessageHelp', { name })}</p>
      </ConfirmDialog>
    </>
  );
}
