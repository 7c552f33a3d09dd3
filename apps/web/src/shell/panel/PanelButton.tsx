import { PanelRight } from 'lucide-react';
import { useT } from '../../i18n/use-t.ts';
import { IconButton } from '../../ui/actions/IconButton.tsx';
import { shellMessages } from '../messages.ts';
import { setPanel, usePanel } from './panel-store.ts';

/** Asks for the context panel where there is no room to show it beside the page. */
export function PanelButton() {
  const t = useT(shellMessages);
  const { title, asked } = usePanel();
  if (title === undefined) return null;
  return (
    <span className="contents xl:hidden">
      <IconButton
        icon={PanelRight}
        label={t('details')}
        aria-expanded={asked}
        onClick={() => setPanel({ asked: !asked })}
      />
    </span>
  );
}
