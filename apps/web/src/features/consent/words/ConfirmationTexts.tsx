import { useState } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { Card } from '../../../ui/display/Card.tsx';
import { Select } from '../../../ui/fields/Select.tsx';
import { ConfirmationText } from './ConfirmationText.tsx';
import { useLanguageName } from './language-name.ts';
import { wishMessages } from './messages.ts';
import { confirmationKinds as kinds, type ConfirmationKind, type OptOutSettings } from './queries.ts';

interface ConfirmationTextsProps {
  settings: OptOutSettings;
  mayManage: boolean;
}

export function ConfirmationTexts({ settings, mayManage }: ConfirmationTextsProps) {
  const t = useT(wishMessages);
  const nameOf = useLanguageName();
  const [kind, setKind] = useState<ConfirmationKind>('stop');
  const [language, setLanguage] = useState('en');
  return (
    <Card title={t('textsTitle')} description={t('textsHelp')}>
      <div className="grid gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <label className="grid gap-1 text-sm font-medium">
            {t('textKind')}
            <Select
              value={kind}
              onChange={setKind}
              options={kinds.map((one) => ({ value: one, label: t(`wish_${one}`) }))}
            />
          </label>
          <label className="grid gap-1 text-sm font-medium">
            {t('textLanguage')}
            <Select
              value={language}
              onChange={setLanguage}
              options={Object.keys(settings.builtIn).map((one) => ({ value: one, label: nameOf(one) }))}
            />
          </label>
        </div>
        <ConfirmationText
          key={`${kind} ${language}`}
          settings={settings}
          kind={kind}
          language={language}
          mayManage={mayManage}
        />
      </div>
    </Card>
  );
}
