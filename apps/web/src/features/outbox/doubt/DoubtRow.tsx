import { Check, RotateCw } from 'lucide-react';
import { api } from '../../../data/api.ts';
import { useSentence } from '../../../data/use-sentence.ts';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ConfirmAction } from '../../../shell/ConfirmAction.tsx';
import { classes } from '../../../ui/classes.ts';
import { Time } from '../../../ui/display/Time.tsx';
import { MessageSummary } from '../MessageSummary.tsx';
import { outboxMessages } from '../messages.ts';
import type { Waiting } from '../queries.ts';
import { useAct } from '../use-act.ts';
import { useContactName } from '../../../data/use-contact-name.ts';

interface DoubtRowProps {
  row: Waiting;
  isGone: boolean;
}

/** What happened, since when, and the two ways out. */
export function DoubtRow({ row, isGone }: DoubtRowProps) {
  const t = useT(outboxMessages);
  const say = useSentence();
  const mayManage = useAllows()('outbox.manage');
  return (
    <li className={classes('grid gap-x-6 gap-y-3 px-pad py-3.5 lg:grid-cols-2', isGone && 'opacity-60')}>
      <MessageSummary row={row} />
      <div className="grid min-w-0 content-start gap-2.5">
        <div className="grid gap-0.5">
          <p className="text-body text-pretty">{isGone ? t('gone') : say(row.why)}</p>
          <p className="text-sm text-ink-3">
            {t.rich('doubtSince', { time: <Time at={row.since ?? row.queuedAt} as="dayTime" /> })}
            {' · '}
            {t('tried', { count: row.attempts })}
          </p>
        </div>
        {mayManage && !isGone && row.hold !== 'recovery' && <Decision row={row} />}
      </div>
    </li>
  );
}

function Decision({ row }: { row: Waiting }) {
  const t = useT(outboxMessages);
  const { attempt } = useAct();
  const { name } = useContactName()(row);
  const { messageId } = row;
  return (
    <div className="flex flex-wrap gap-2">
      <ConfirmAction
        size="small"
        icon={RotateCw}
        label={t('resend')}
        title={t('resendTitle')}
        confirm={t('resendAct')}
        act={() => attempt(() => api.outbox.settle({ messageId, verdict: 'resend' }), t('resent', { name }))}
      >
        <p>{t('resendHelp', { name })}</p>
        {row.hold === null && <p>{t('doubtWait')}</p>}
      </ConfirmAction>
      <ConfirmAction
        size="small"
        icon={Check}
        label={t('leave')}
        title={t('leaveTitle')}
        confirm={t('leaveAct')}
        act={() => attempt(() => api.outbox.settle({ messageId, verdict: 'close' }), t('left', { name }))}
      >
        <p>{t('leaveHelp', { name })}</p>
      </ConfirmAction>
    </div>
  );
}
