import { Ban, CircleCheck } from 'lucide-react';
import { useT } from '../../../../../i18n/use-t.ts';
import type { Line } from '../../queries.ts';
import { LineFrame } from '../LineFrame.tsx';
import { timelineMessages } from '../messages.ts';
import { textIn } from './text-in.ts';

export function BlockLine({ line }: { line: Line }) {
  const t = useT(timelineMessages);
  const isBlock = line.type === 'contact.blocked';
  const number = textIn(line.data, 'numberName') ?? t('aNumber');
  return (
    <LineFrame
      line={line}
      icon={isBlock ? Ban : CircleCheck}
      tone={isBlock ? 'bad' : 'good'}
      title={t(isBlock ? 'blockedOn' : 'unblockedOn', { number })}
    >
      {line.data['elsewhere'] === true && <p className="text-sm text-ink-3">{t('doneElsewhere')}</p>}
    </LineFrame>
  );
}
