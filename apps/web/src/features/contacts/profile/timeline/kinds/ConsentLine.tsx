import { ShieldCheck, ShieldX } from 'lucide-react';
import { useT } from '../../../../../i18n/use-t.ts';
import { usePurposeName } from '../../facts/use-purpose-name.ts';
import type { Line } from '../../queries.ts';
import { LineFrame } from '../LineFrame.tsx';
import { timelineMessages } from '../messages.ts';
import { textIn } from './text-in.ts';

const words = {
  'consent.granted': 'consentGranted',
  'consent.withdrawn': 'consentWithdrawn',
} as const;
const wordsWithoutPurpose = {
  'consent.stopped': 'consentStopped',
  'consent.resumed': 'consentResumed',
  'consent.frozen': 'consentFrozen',
  'consent.released': 'consentReleased',
} as const;
const opens = new Set(['consent.granted', 'consent.resumed', 'consent.released']);

export function ConsentLine({ line }: { line: Line }) {
  const t = useT(timelineMessages);
  const nameOf = usePurposeName();
  const { type, data } = line;
  const purpose = textIn(data, 'purpose');
  const source = textIn(data, 'source');
  const title =
    type in words && purpose !== null
      ? t(words[type as keyof typeof words], { purpose: nameOf(purpose) })
      : type in wordsWithoutPurpose
        ? t(wordsWithoutPurpose[type as keyof typeof wordsWithoutPurpose])
        : type;
  return (
    <LineFrame
      line={line}
      icon={opens.has(type) ? ShieldCheck : ShieldX}
      tone={opens.has(type) ? 'good' : 'warn'}
      title={title}
    >
      {source && (
        <p className="text-sm text-ink-3">{t('bySource', { source: source.replaceAll('_', ' ') })}</p>
      )}
    </LineFrame>
  );
}
