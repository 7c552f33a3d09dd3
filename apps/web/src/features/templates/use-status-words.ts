import { useMemo } from 'react';
import { useT } from '../../i18n/use-t.ts';
import type { Tone } from '../../ui/feedback/tones.ts';
import { statusMessages } from './status-messages.ts';

/** What a language of a template is at, for WhatsApp or for us. */
export interface Standing {
  status: string | null;
  state: string | null;
  hasDraft: boolean;
}

const tones: Record<string, Tone> = {
  APPROVED: 'good',
  REINSTATED: 'good',
  UNARCHIVED: 'good',
  FLAGGED: 'warn',
  PENDING: 'info',
  IN_APPEAL: 'info',
  PAUSED: 'warn',
  REJECTED: 'bad',
  DISABLED: 'bad',
  in_review: 'info',
  approved: 'accent',
  sent_back: 'warn',
};

const qualityTones: Record<string, Tone> = { GREEN: 'good', YELLOW: 'warn', RED: 'bad' };

/** WhatsApp adds words without notice: what is not known here is shown as it is told. */
export function useStatusWords() {
  const t = useT(statusMessages);
  return useMemo(() => {
    const say = (word: string): string =>
      word in statusMessages.en ? t(word as keyof typeof statusMessages.en) : word;
    return {
      say,
      toneOf: (word: string): Tone => tones[word] ?? 'neutral',
      standing: ({ status, state, hasDraft }: Standing): string =>
        status ??
        (state === 'approved' || state === 'in_review' ? state : hasDraft ? 'draft' : (state ?? 'draft')),
      quality: (quality: string | null): { label: string; tone: Tone } | null =>
        quality === null || quality === 'UNKNOWN'
          ? null
          : { label: say(`quality_${quality}`), tone: qualityTones[quality] ?? 'neutral' },
    };
  }, [t]);
}
