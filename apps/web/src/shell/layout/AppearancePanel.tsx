import { useT } from '../../i18n/use-t.ts';
import { listLanguages } from '../../i18n/language.ts';
import { Segmented } from '../../ui/fields/Segmented.tsx';
import { Select } from '../../ui/fields/Select.tsx';
import { PopoverPanel } from '../../ui/overlays/PopoverPanel.tsx';
import type { PanelProps } from '../../ui/overlays/use-opener.ts';
import { shellMessages } from '../messages.ts';
import { setPreferences, usePreferences } from '../preferences.ts';

interface AppearancePanelProps extends PanelProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** What the button in the bar opens. */
export function AppearancePanel(props: AppearancePanelProps) {
  const t = useT(shellMessages);
  const { theme, density, language } = usePreferences();
  const languages = listLanguages();
  return (
    <PopoverPanel {...props} label={t('appearance')} align="end">
      <div className="grid w-72 gap-3">
        <Labelled text={t('theme')}>
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
        </Labelled>
        <Labelled text={t('density')}>
          <Segmented
            label={t('density')}
            value={density}
            onChange={(next) => setPreferences({ density: next })}
            choices={[
              { value: 'comfortable', label: t('comfortable') },
              { value: 'compact', label: t('compact') },
            ]}
          />
        </Labelled>
        <Labelled text={t('language')}>
          <Select
            aria-label={t('language')}
            value={language}
            onChange={(next) => setPreferences({ language: next })}
            options={languages.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Labelled>
      </div>
    </PopoverPanel>
  );
}

function Labelled({ text, children }: { text: string; children: React.ReactNode }) {
  return (
    <div className="grid gap-1.5">
      <span aria-hidden className="text-sm font-medium text-ink-2">
        {text}
      </span>
      {children}
    </div>
  );
}
