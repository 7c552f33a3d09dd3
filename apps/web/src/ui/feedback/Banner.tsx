import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { classes } from '../classes.ts';
import { uiMessages } from '../messages.ts';
import { toneIcon, toneSoft, type Tone } from './tones.ts';

interface BannerProps {
  tone: Tone;
  children: ReactNode;
  action?: ReactNode;
  onClose?: () => void;
  /** Spans the page under the top bar instead of standing in the text. */
  wide?: boolean;
}

export function Banner({ tone, children, action, onClose, wide = false }: BannerProps) {
  const t = useT(uiMessages);
  const Icon = toneIcon[tone];
  return (
    <div
      className={classes(
        'flex items-start gap-2.5 text-body',
        toneSoft[tone],
        wide ? 'px-4 py-2' : 'rounded-md px-3 py-2.5',
      )}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1">{children}</div>
      {action}
      {onClose && (
        <button
          type="button"
          aria-label={t('close')}
          onClick={onClose}
          className="-m-1 grid size-7 shrink-0 place-items-center rounded-sm hover:bg-hover/60"
        >
          <X aria-hidden className="size-4" />
        </button>
      )}
    </div>
  );
}
