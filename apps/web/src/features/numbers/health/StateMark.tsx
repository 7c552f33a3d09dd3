import { useT } from '../../../i18n/use-t.ts';
import { Badge } from '../../../ui/display/Badge.tsx';
import { numberMessages } from '../messages.ts';
import { toneOfState, type State } from './judge.ts';

/** How it is, in a word. */
export function StateMark({ state }: { state: State }) {
  const t = useT(numberMessages);
  return <Badge tone={toneOfState[state]}>{t(state)}</Badge>;
}
