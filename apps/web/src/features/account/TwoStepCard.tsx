import { useState } from 'react';
import { useAccount } from '../../data/use-workspace.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { Badge } from '../../ui/display/Badge.tsx';
import { Card } from '../../ui/display/Card.tsx';
import { securityMessages } from './messages.ts';
import { NewCodesDialog } from './NewCodesDialog.tsx';
import { TurnOffDialog } from './TurnOffDialog.tsx';
import { TurnOnDialog } from './TurnOnDialog.tsx';

type Open = 'none' | 'on' | 'off' | 'codes';

export function TwoStepCard() {
  const t = useT(securityMessages);
  const { twoFactorEnabled } = useAccount();
  const [open, setOpen] = useState<Open>('none');
  const close = () => setOpen('none');
  return (
    <Card
      title={t('twoStep')}
      description={t('twoStepHelp')}
      actions={
        <Badge tone={twoFactorEnabled ? 'good' : 'neutral'}>{t(twoFactorEnabled ? 'on' : 'off')}</Badge>
      }
    >
      <div className="flex flex-wrap gap-2">
        {twoFactorEnabled ? (
          <>
            <Button onClick={() => setOpen('codes')}>{t('newCodes')}</Button>
            <Button onClick={() => setOpen('off')}>{t('turnOff')}</Button>
          </>
        ) : (
          <Button tone="primary" onClick={() => setOpen('on')}>
            {t('turnOn')}
          </Button>
        )}
      </div>
      {open === 'on' && <TurnOnDialog onClose={close} />}
      {open === 'off' && <TurnOffDialog onClose={close} />}
      {open === 'codes' && <NewCodesDialog onClose={close} />}
    </Card>
  );
}
