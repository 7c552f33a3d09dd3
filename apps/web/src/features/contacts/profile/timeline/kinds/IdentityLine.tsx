import { Fingerprint, Merge, Split, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useT } from '../../../../../i18n/use-t.ts';
import { Link } from '../../../../../ui/actions/Link.tsx';
import type { Tone } from '../../../../../ui/feedback/tones.ts';
import type { Line } from '../../queries.ts';
import { LineFrame } from '../LineFrame.tsx';
import { timelineMessages } from '../messages.ts';
import { textIn } from './text-in.ts';

const looks: Record<string, [LucideIcon, Tone, 'identified' | 'changedHands' | 'merged' | 'unmerged']> = {
  'contact.identified': [Fingerprint, 'neutral', 'identified'],
  'contact.changed_hands': [TriangleAlert, 'warn', 'changedHands'],
  'contact.merged': [Merge, 'info', 'merged'],
  'contact.unmerged': [Split, 'info', 'unmerged'],
};

export function IdentityLine({ line }: { line: Line }) {
  const t = useT(timelineMessages);
  const [icon, tone, key] = looks[line.type] ?? [Fingerprint, 'neutral', 'identified'];
  const otherId = textIn(line.data, 'otherId');
  const other = otherId !== null && (
    <Link to="/contacts/$contactId" params={{ contactId: otherId }}>
      {textIn(line.data, 'otherName') ?? t('anotherContact')}
    </Link>
  );
  return (
    <LineFrame
      line={line}
      icon={icon}
      tone={tone}
      title={key === 'identified' ? t('identified') : t.rich(key, { other: other || t('anotherContact') })}
    />
  );
}
