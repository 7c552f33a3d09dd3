import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { setPreferences, usePreferences } from '../../shell/preferences.ts';
import { Card } from '../../ui/display/Card.tsx';
import { Segmented } from '../../ui/fields/Segmented.tsx';
import { Switch } from '../../ui/fields/Switch.tsx';
import { accountMessages } from './messages.ts';

export function AppearanceCard() {
  const t = useT(accountMessages);
  const { theme, density, singleKeys } = usePreferences();
  return (
    <Card title={t('look')} description={t('lookHelp')}>
      <div className="grid gap-4">
        <Row label={t('theme')}>
          <Segmented
            label={t('theme')}
            value={theme}
            onChange={(next) => setPreferences({ theme: next })}
            choices={[
              { value: 'system', label: t('themeSystem') },
              { value: 'light', label: t('themeLight') },
              { value: 'dark', label: t('themeDark') },
            ]}
          />
        </Row>
        <Row label={t('density')}>
          <Segmented
            label={t('density')}
            value={density}
            onChange={(next) => setPreferences({ density: next })}
            choices={[
              { value: 'comfortable', label: t('comfortable') },
              { value: 'compact', label: t('compact') },
            ]}
          />
        </Row>
        <Switch
          label={t('singleKeys')}
          help={t('singleKeysHelp')}
          checked={singleKeys}
          onChange={(next) => setPreferences({ singleKeys: next })}
        />
      </div>
    </Card>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
      <span aria-hidden>{label}</span>
      {children}
    </div>
  );
}
