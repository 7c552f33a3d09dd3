import { useState } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { deliveryMessages } from '../messages.ts';
import type { WholeDelivery } from '../queries.ts';
import { PartRow } from './PartRow.tsx';

const firstShown = 12;

/** Each thing that the delivery told, and where it went. */
export function Parts({ delivery: { parts, holds, state } }: { delivery: WholeDelivery }) {
  const t = useT(deliveryMessages);
  const [all, setAll] = useState(false);
  const total = holds.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return <p className="text-ink-2">{t('madeNothing')}</p>;
  const placed = parts.map((part, place) => ({ part, place }));
  const shown = all ? placed : placed.slice(0, firstShown);
  return (
    <div className="grid gap-3">
      <ol className="-my-2 divide-y divide-line">
        {shown.map(({ part, place }) => (
          <PartRow key={place} part={part} state={state} />
        ))}
      </ol>
      {shown.length < parts.length && (
        <Button size="small" onClick={() => setAll(true)} className="justify-self-start">
          {t('more')}
        </Button>
      )}
      {all && parts.length < total && (
        <p className="text-sm text-ink-2">{t('madeMore', { count: parts.length, total })}</p>
      )}
    </div>
  );
}
