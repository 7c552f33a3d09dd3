import { useT } from '../../../i18n/use-t.ts';
import { outboxMessages } from '../messages.ts';
import { NumberRow } from './NumberRow.tsx';
import type { NumberSummary } from './summarise.ts';

export function NumberList({ summary }: { summary: readonly NumberSummary[] }) {
  const t = useT(outboxMessages);
  if (summary.length === 0) return null;
  return (
    <section aria-label={t('numbers')} className="rounded-lg border border-line bg-raised">
      <ul className="divide-y divide-line">
        {summary.map((number) => (
          <NumberRow key={number.numberId} number={number} />
        ))}
      </ul>
    </section>
  );
}
