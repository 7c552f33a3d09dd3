import { useQuery } from '@tanstack/react-query';
import { useT } from '../../../i18n/use-t.ts';
import { Card } from '../../../ui/display/Card.tsx';
import { templateMessages } from '../messages.ts';
import { usesQuery } from '../queries.ts';

/** What would break without it. */
export function Uses({ familyId }: { familyId: string }) {
  const t = useT(templateMessages);
  const { data: uses } = useQuery(usesQuery(familyId));
  if (!uses) return null;
  return (
    <Card title={t('uses')}>
      {uses.length === 0 ? (
        <p className="text-ink-2">{t('noUses')}</p>
      ) : (
        <ul className="grid gap-1">
          {uses.map(({ kind, id, name, count, templateId }) => (
            <li key={`${kind} ${id ?? ''} ${templateId}`}>
              {kind === 'outbox' ? t('usedByOutbox', { count }) : `${name ?? kind} (${count})`}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
