import { useT } from '../../../i18n/use-t.ts';
import type { Matter } from './judge.ts';
import { matterMessages } from './messages.ts';

export function useMatterTitle(): (matter: Matter, daysLeft: number) => string {
  const t = useT(matterMessages);
  return (matter, daysLeft) =>
    matter === 'tokenEnds' ? t('tokenEnds', { count: Math.max(1, daysLeft) }) : t(matter);
}
