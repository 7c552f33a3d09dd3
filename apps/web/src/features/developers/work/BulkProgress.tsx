import { useT } from '../../../i18n/use-t.ts';
import { Progress } from '../../../ui/feedback/Progress.tsx';
import { developerMessages } from '../messages.ts';

export function BulkProgress({ done, total }: { done: number; total: number }) {
  const t = useT(developerMessages);
  return (
    <div className="w-48 py-1">
      <Progress label={t('working')} done={done} total={total} />
    </div>
  );
}
