import { Check, CheckCheck, CircleAlert, Clock } from 'lucide-react';
import { classes } from '../../../ui/classes.ts';
import { useStatus } from '../use-status.ts';

const marks = {
  sent: Check,
  delivered: CheckCheck,
  read: CheckCheck,
  played: CheckCheck,
  failed: CircleAlert,
  refused: CircleAlert,
  expired: CircleAlert,
  cancelled: CircleAlert,
} as const;

/** The ticks that everybody knows; what they mean is said beside them for those who cannot see them. */
export function Ticks({ status }: { status: string }) {
  const { label } = useStatus()(status);
  const Mark = Object.hasOwn(marks, status) ? marks[status as keyof typeof marks] : Clock;
  const isRead = status === 'read' || status === 'played';
  return (
    <>
      <Mark aria-hidden className={classes('size-3.5', isRead && 'text-info')} />
      <span className="sr-only">{label}</span>
    </>
  );
}
