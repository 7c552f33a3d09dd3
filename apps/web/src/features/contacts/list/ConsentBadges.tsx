import { useT } from '../../../i18n/use-t.ts';
import { StatusDot } from '../../../ui/display/StatusDot.tsx';
import { listMessages } from './messages.ts';
import type { ContactRow } from './queries.ts';

/** How they stand to promotions, which is what most messages that need consent are. */
export function ConsentBadges({ consent }: Pick<ContactRow, 'consent'>) {
  const t = useT(listMessages);
  if (consent === null) return null;
  if (consent.granted.includes('promotions')) return <StatusDot tone="good" label={t('op_granted')} />;
  const refused = consent.withdrawn.includes('promotions') || consent.withdrawn.includes('*');
  if (refused) return <StatusDot tone="bad" label={t('op_withdrawn')} />;
  return <StatusDot tone="neutral" label={t('op_none')} />;
}
