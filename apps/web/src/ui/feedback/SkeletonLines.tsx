import { useT } from '../../i18n/use-t.ts';
import { uiMessages } from '../messages.ts';
import { Skeleton } from './Skeleton.tsx';

const widths = ['w-11/12', 'w-4/5', 'w-full', 'w-2/3', 'w-5/6'];

/** Text that is on its way. */
export function SkeletonLines({ lines = 3 }: { lines?: number }) {
  const t = useT(uiMessages);
  return (
    <output aria-label={t('loading')} className="grid gap-2.5">
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} className={`h-4 ${widths[line % widths.length]}`} />
      ))}
    </output>
  );
}
