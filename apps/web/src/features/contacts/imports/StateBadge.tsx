import { useT } from '../../../i18n/use-t.ts';
import { Badge } from '../../../ui/display/Badge.tsx';
import { importMessages } from './messages.ts';
import type { Export, Import } from './queries.ts';

const tones = {
  draft: 'neutral',
  checking: 'info',
  checked: 'info',
  running: 'info',
  done: 'good',
  stopped: 'warn',
  failed: 'bad',
  undoing: 'info',
  undone: 'neutral',
  expired: 'neutral',
} as const;

export function StateBadge({ state }: { state: Import['state'] | Export['state'] }) {
  const t = useT(importMessages);
  return <Badge tone={tones[state]}>{t(`state_${state}`)}</Badge>;
}
