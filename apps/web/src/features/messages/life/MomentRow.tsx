import {
  Ban,
  Check,
  CheckCheck,
  CircleAlert,
  CircleHelp,
  Inbox,
  Pencil,
  PenLine,
  Send,
  ShieldCheck,
  ShieldX,
  Trash2,
  type LucideIcon,
} from 'lucide-react';
import { classes } from '../../../ui/classes.ts';
import { Time } from '../../../ui/display/Time.tsx';
import { toneSoft, type Tone } from '../../../ui/feedback/tones.ts';
import type { Message } from '../queries.ts';
import { MomentBody } from './MomentBody.tsx';
import type { Moment } from './moments.ts';
import { useMomentTitle } from './use-moment-title.ts';

interface MomentRowProps {
  moment: Moment;
  message: Message;
}

export function MomentRow({ moment, message }: MomentRowProps) {
  const titleOf = useMomentTitle();
  const [Icon, tone] = lookOf(moment);
  return (
    <li className="group relative grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-3 pb-5 last:pb-0">
      <span
        aria-hidden
        className="absolute start-3.5 top-7 bottom-0 w-px -translate-x-1/2 bg-line group-last:hidden rtl:translate-x-1/2"
      />
      <span aria-hidden className={classes('grid size-7 place-items-center rounded-full', toneSoft[tone])}>
        <Icon className="size-4" />
      </span>
      <div className="grid min-w-0 gap-1 pt-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h3 className="text-body font-medium">{titleOf(moment)}</h3>
          {moment.at && (
            <span className="text-sm text-ink-3 tabular-nums">
              <Time at={moment.at} as="dayTime" />
            </span>
          )}
        </div>
        <MomentBody moment={moment} message={message} />
      </div>
    </li>
  );
}

const looks: Record<string, [LucideIcon, Tone]> = {
  asked: [PenLine, 'neutral'],
  received: [Inbox, 'info'],
  edited: [Pencil, 'neutral'],
  revoked: [Trash2, 'warn'],
  allowed: [ShieldCheck, 'good'],
  held: [ShieldCheck, 'warn'],
  refused: [ShieldX, 'bad'],
  tried_accepted: [Send, 'good'],
  tried_refused: [CircleAlert, 'bad'],
  tried_not_sent: [Send, 'warn'],
  tried_unknown: [CircleHelp, 'warn'],
  status_sent: [Check, 'info'],
  status_delivered: [CheckCheck, 'good'],
  status_read: [CheckCheck, 'good'],
  status_played: [CheckCheck, 'good'],
  status_failed: [CircleAlert, 'bad'],
  ended_cancelled: [Ban, 'neutral'],
  ended_unknown: [CircleHelp, 'warn'],
};

function lookOf(moment: Moment): [LucideIcon, Tone] {
  if (moment.kind === 'decided') return looks[moment.intent.verdict] ?? [ShieldCheck, 'neutral'];
  if (moment.kind === 'attempt') return looks[`tried_${moment.attempt.outcome}`] ?? [Send, 'info'];
  if (moment.kind === 'status') return looks[`status_${moment.status.status}`] ?? [Check, 'neutral'];
  if (moment.kind === 'ended') return looks[`ended_${moment.status}`] ?? [Ban, 'bad'];
  return looks[moment.kind]!;
}
