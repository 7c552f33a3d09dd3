import { useQueryClient } from '@tanstack/react-query';
import { Ban } from 'lucide-react';
import { api } from '../../../data/api.ts';
import { apiKeysQuery, type ApiKey } from '../../../data/api-keys.ts';
import { patchQuery } from '../../../data/patch-query.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ConfirmAction } from '../../../shell/ConfirmAction.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { developerMessages } from '../messages.ts';

export function RevokeKey({ apiKey: { keyId, name, lastUsedAt } }: { apiKey: ApiKey }) {
  const t = useT(developerMessages);
  const queryClient = useQueryClient();
  return (
    <ConfirmAction
      size="small"
      icon={Ban}
      label={t('revoke')}
      title={t('revokeTitle', { name })}
      confirm={t('revokeAct')}
      typeName={name}
      act={async () => {
        await api.apiKeys.revoke({ keyId });
        toast(t('revoked', { name }));
        const revokedAt = new Date().toISOString();
        patchQuery<ApiKey[]>(queryClient, apiKeysQuery, (all) =>
          all.map((key) => (key.keyId === keyId ? { ...key, revokedAt: key.revokedAt ?? revokedAt } : key)),
        );
        // The moment is the server's to say.
        void queryClient.invalidateQueries({ queryKey: apiKeysQuery.queryKey });
      }}
    >
      <p>{t('revokeNow')}</p>
      <p>{lastUsedAt ? t.rich('revokeUsed', { when: <Time at={lastUsedAt} /> }) : t('revokeUnused')}</p>
    </ConfirmAction>
  );
}
