import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../data/api.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ConfirmAction } from '../../../shell/ConfirmAction.tsx';
import { Checkbox } from '../../../ui/fields/Checkbox.tsx';
import { templateMessages } from '../messages.ts';
import type { Variant } from '../queries.ts';
import { useAct } from '../use-act.ts';
import { useAccountNames } from './use-account-names.ts';

/** Of several accounts only those that stay ticked; without one there is nothing to delete. */
export function DeleteAtWhatsApp({ variant }: { variant: Variant }) {
  const t = useT(templateMessages);
  const nameOf = useAccountNames();
  const { attempt } = useAct();
  const [kept, setKept] = useState<readonly string[]>([]);
  const { variantId, metaName, language, atWhatsApp } = variant;
  const accounts = atWhatsApp
    .filter(({ removedAt }) => removedAt === null)
    .map(({ accountId }) => ({ accountId, name: nameOf(accountId) ?? t('account') }));
  const chosen = accounts.filter(({ accountId }) => !kept.includes(accountId));
  if (accounts.length === 0) return null;
  const accountIds = chosen.map(({ accountId }) => accountId);
  const keep = (accountId: string, on: boolean) =>
    setKept((now) => (on ? now.filter((each) => each !== accountId) : [...now, accountId]));
  return (
    <ConfirmAction
      size="small"
      icon={Trash2}
      label={t('deleteThere')}
      title={t('deleteThereTitle', { name: metaName, language })}
      confirm={t('deleteThereFrom', { count: chosen.length })}
      typeName={metaName}
      act={() =>
        attempt(() => api.templateVariants.deleteAtWhatsApp({ variantId, accountIds }), t('deletingThere'))
      }
    >
      <div className="grid gap-3">
        <p>{t('deleteThereHelp')}</p>
        {accounts.length > 1 &&
          accounts.map(({ accountId, name }) => (
            <Checkbox
              key={accountId}
              label={name}
              checked={!kept.includes(accountId)}
              disabled={chosen.length === 1 && chosen[0]!.accountId === accountId}
              onChange={(on) => keep(accountId, on)}
            />
          ))}
      </div>
    </ConfirmAction>
  );
}
