import type { ReactNode } from 'react';
import { LocaleProvider } from '../i18n/LocaleProvider.tsx';
import { Toasts } from '../ui/feedback/Toasts.tsx';
import { Tips } from '../ui/overlays/Tips.tsx';
import { usePreferences } from './preferences.ts';
import { useWorkspaceLocale } from './workspace-locale.ts';

/** Language, numbers, tooltips and toasts: what every page, signed in or not, stands on. */
export function Providers({ children }: { children: ReactNode }) {
  const { language } = usePreferences();
  const { zone, grouping } = useWorkspaceLocale();
  return (
    <LocaleProvider language={language} zone={zone} grouping={grouping}>
      {children}
      <Toasts />
      <Tips />
    </LocaleProvider>
  );
}
