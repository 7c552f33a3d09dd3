import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { passkeySupport } from '../../data/passkey-support.ts';
import { useProblems } from '../../data/use-problems.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { Card } from '../../ui/display/Card.tsx';
import { Banner } from '../../ui/feedback/Banner.tsx';
import { ErrorState } from '../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../ui/feedback/SkeletonLines.tsx';
import { AddPasskeyDialog } from './AddPasskeyDialog.tsx';
import { securityMessages } from './messages.ts';
import { PasskeyRow } from './PasskeyRow.tsx';
import { passkeysQuery } from './passkeys-query.ts';

const hindrance = {
  'needs-name': 'needsName',
  'needs-https': 'needsHttps',
  unsupported: 'unsupported',
} as const;

export function PasskeysCard() {
  const t = useT(securityMessages);
  const support = passkeySupport();
  const [adding, setAdding] = useState(false);
  return (
    <Card title={t('passkeys')} description={t('passkeysHelp')}>
      <div className="grid gap-3">
        {support !== 'works' && <Banner tone="info">{t(hindrance[support])}</Banner>}
        <PasskeyList />
        {support === 'works' && (
          <div>
            <Button icon={Plus} onClick={() => setAdding(true)}>
              {t('addPasskey')}
            </Button>
          </div>
        )}
      </div>
      {adding && <AddPasskeyDialog onClose={() => setAdding(false)} />}
    </Card>
  );
}

function PasskeyList() {
  const t = useT(securityMessages);
  const problems = useProblems();
  const { data, error, refetch, isFetching } = useQuery(passkeysQuery);
  if (error)
    return (
      <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching}>
        {problems.say(error)}
      </ErrorState>
    );
  if (!data) return <SkeletonLines lines={2} />;
  if (data.length === 0) return <p className="text-ink-2">{t('noPasskeys')}</p>;
  return (
    <ul className="grid divide-y divide-line">
      {data.map((passkey) => (
        <PasskeyRow key={passkey.id} passkey={passkey} />
      ))}
    </ul>
  );
}
