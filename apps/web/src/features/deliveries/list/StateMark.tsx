import { useT } from '../../../i18n/use-t.ts';
import { StatusDot } from '../../../ui/display/StatusDot.tsx';
import type { Tone } from '../../../ui/feedback/tones.ts';
import { deliveryMessages } from '../messages.ts';
import type { State } from '../search.ts';

const tones: Record<State, Tone> = { pending: 'info', done: 'good', parked: 'warn', discarded: 'neutral' };

export function StateMark({ state }: { state: State }) {
  const t = useT(deliveryMessages);
  return <StatusDot tone={tones[state]} label={t(state)} />;
}
