import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import type { MetaApp } from '../../../data/numbers.ts';
import { ActionCard } from './ActionCard.tsx';
import { connectionMessages } from './messages.ts';
import { SecretChangeUnderWay } from './SecretChangeUnderWay.tsx';
import { SecretForm } from './SecretForm.tsx';

interface SecretCardProps {
  app: MetaApp;
  /** How many connected accounts use the app. */
  accounts: number;
}

export function SecretCard({ app, accounts }: SecretCardProps) {
  const t = useT(connectionMessages);
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  return (
    <ActionCard
      title={t('secret')}
      description={`${t('secretHelp')} ${accounts > 1 ? t('secretShared', { count: accounts }) : ''}`}
      action={
        app.secretChangeSince === null && (
          <Button icon={KeyRound} onClick={() => setAsking(true)}>
            {t('secretChange')}
          </Button>
        )
      }
    >
      {app.secretChangeSince !== null && <SecretChangeUnderWay app={app} since={app.secretChangeSince} />}
      <Dialog open={asking} onOpenChange={setAsking} title={t('secretChange')}>
        <SecretForm app={app} onDone={close} />
      </Dialog>
    </ActionCard>
  );
}
