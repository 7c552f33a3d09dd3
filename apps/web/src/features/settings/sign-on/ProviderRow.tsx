import { useQueryClient } from '@tanstack/react-query';
import { Unplug } from 'lucide-react';
import { api } from '../../../data/api.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ConfirmAction } from '../../../shell/ConfirmAction.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { settingsMessages } from '../messages.ts';
import { signOnQuery, type Provider } from './sign-on-query.ts';

export function ProviderRow({ provider }: { provider: Provider }) {
  const t = useT(settingsMessages);
  const queryClient = useQueryClient();
  const { providerId, name, issuer, emailDomains } = provider;
  const domains = emailDomains.join(', ');
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-3 first:pt-0 last:pb-0">
      <div className="grid min-w-0 gap-0.5">
        <h3 className="font-medium wrap-anywhere">{name}</h3>
        <p className="text-sm wrap-anywhere text-ink-2">{domains}</p>
        <p className="font-mono text-sm wrap-anywhere text-ink-3">{issuer}</p>
      </div>
      <ConfirmAction
        size="small"
        icon={Unplug}
        label={t('disconnect')}
        title={t('disconnectTitle', { name })}
        confirm={t('disconnectAct', { name })}
        typeName={name}
        act={async () => {
          await api.signOn.disconnect({ providerId });
          toast(t('disconnected', { name }));
          await queryClient.invalidateQueries({ queryKey: signOnQuery.queryKey });
        }}
      >
        <p>{t('disconnectHelp', { domains })}</p>
      </ConfirmAction>
    </li>
  );
}
