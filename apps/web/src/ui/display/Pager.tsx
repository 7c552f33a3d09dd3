import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useT } from '../../i18n/use-t.ts';
import { IconButton } from '../actions/IconButton.tsx';
import { uiMessages } from '../messages.ts';

interface PagerProps {
  /** "21–40 of 1,204", or what the server knows. */
  place: string;
  onPrevious?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
}

/** Back and forth through pages known only by their cursors. A list for work loads as it is scrolled instead. */
export function Pager({ place, onPrevious, onNext }: PagerProps) {
  const t = useT(uiMessages);
  return (
    <nav aria-label={place} className="flex items-center gap-1 text-sm text-ink-2">
      <span className="pe-2">{place}</span>
      <IconButton
        size="small"
        tone="plain"
        icon={ChevronLeft}
        label={t('previous')}
        disabled={!onPrevious}
        onClick={onPrevious}
      />
      <IconButton
        size="small"
        tone="plain"
        icon={ChevronRight}
        label={t('next')}
        disabled={!onNext}
        onClick={onNext}
      />
    </nav>
  );
}
