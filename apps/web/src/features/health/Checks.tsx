import { useT } from '../../i18n/use-t.ts';
import { CheckRow } from './CheckRow.tsx';
import type { Check } from './health-query.ts';
import { healthMessages } from './messages.ts';
import { byState } from './tone-of.ts';

export function Checks({ checks }: { checks: readonly Check[] }) {
  const t = useT(healthMessages);
  return (
    <section aria-labelledby="checks" className="grid gap-3">
      <h2 id="checks" className="text-lg font-semibold">
        {t('checks')}
      </h2>
      <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
        {checks.toSorted(byState).map((check) => (
          <CheckRow key={check.name} check={check} />
        ))}
      </ul>
    </section>
  );
}
