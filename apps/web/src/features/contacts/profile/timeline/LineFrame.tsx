import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '../../../../i18n/use-t.ts';
import { classes } from '../../../../ui/classes.ts';
import { Time } from '../../../../ui/display/Time.tsx';
import { toneSoft, type Tone } from '../../../../ui/feedback/tones.ts';
import { contactQuery, type Line } from '../queries.ts';
import { timelineMessages } from './messages.ts';

const route = getRouteApi('/shell/contacts/$contactId');

interface LineFrameProps {
  line: Line;
  icon: LucideIcon;
  tone?: Tone;
  title: ReactNode;
  /** What can be done with it, at the end of its first line. */
  actions?: ReactNode;
  children?: ReactNode;
}

/** One line of the timeline: its sign, what happened, who did it and when. */
export function LineFrame({ line, icon: Icon, tone = 'neutral', title, actions, children }: LineFrameProps) {
  const t = useT(timelineMessages);
  const { actor } = line;
  const { contactId } = route.useParams();
  const { data: contact } = useQuery(contactQuery(contactId));
  const merged = contact?.merges.find(({ fromId }) => fromId === line.contactId);
  const who =
    actor.kind === 'system' ? null : (actor.name ?? t(actor.kind === 'key' ? 'aProgram' : 'someone'));
  return (
    <li className="group relative grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-3 pb-4 last:pb-0">
      <span
        aria-hidden
        className="absolute start-3.5 top-7 bottom-0 w-px -translate-x-1/2 bg-line group-last:hidden rtl:translate-x-1/2"
      />
      <span aria-hidden className={classes('grid size-7 place-items-center rounded-full', toneSoft[tone])}>
        <Icon className="size-4" />
      </span>
      <div className="grid min-w-0 gap-1 pt-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <p className="min-w-0 text-body font-medium wrap-anywhere">{title}</p>
          <span className="flex items-center gap-2 text-sm text-ink-3 tabular-nums">
            {who && <span className="max-w-48 truncate">{who}</span>}
            <Time at={line.at} as="dayTime" />
            {actions}
          </span>
        </div>
        {merged && (
          <p className="text-sm text-ink-3">{t('asMerged', { name: merged.name ?? t('anotherContact') })}</p>
        )}
        {children}
      </div>
    </li>
  );
}
