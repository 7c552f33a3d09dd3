import { BadgeCheck } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { ActionCard } from '../connection/ActionCard.tsx';
import type { BusinessNumber } from '../../../data/numbers.ts';
import { registerMessages } from './messages.ts';
import { ProveNumber } from './ProveNumber.tsx';
import { RegisterForm } from './RegisterForm.tsx';

/** What is lacking until the number works: first that it is theirs, then its PIN. */
export function Registration({ number }: { number: BusinessNumber }) {
  const t = useT(registerMessages);
  const [asking, setAsking] = useState(false);
  const { registered, onBusinessApp, codeVerification } = number;
  if (onBusinessApp) return <ActionCard title={t('title')} description={t('onApp')} />;
  if (!registered && codeVerification !== 'VERIFIED') return <ProveNumber number={number} />;
  if (!registered) {
    return (
      <ActionCard title={t('pinTitle')} description={t('proven')}>
        <RegisterForm number={number} />
      </ActionCard>
    );
  }
  return (
    <ActionCard
      title={t('title')}
      description={`${t('done')} ${t('doneHelp')}`}
      action={
        <Button icon={BadgeCheck} onClick={() => setAsking(true)}>
          {t('again')}
        </Button>
      }
    >
      <Dialog open={asking} onOpenChange={setAsking} title={t('again')}>
        <RegisterForm number={number} onDone={() => setAsking(false)} />
      </Dialog>
    </ActionCard>
  );
}
