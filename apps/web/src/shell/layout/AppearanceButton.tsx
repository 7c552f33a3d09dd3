import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { buttonLook } from '../../ui/actions/button-look.ts';
import { later } from '../../ui/later.tsx';
import { useOpener } from '../../ui/overlays/use-opener.ts';
import { shellMessages } from '../messages.ts';

const AppearancePanel = later(async () => (await import('./AppearancePanel.tsx')).AppearancePanel);

/** Theme, density and language: also on pages without a rail, so that nobody has to sign in to read. */
export function AppearanceButton() {
  const t = useT(shellMessages);
  const [open, setOpen] = useState(false);
  const { trigger, met, panel } = useOpener(
    <button
      type="button"
      aria-label={t('appearance')}
      className={buttonLook('quiet', 'normal', undefined, 'icon')}
    >
      <SlidersHorizontal aria-hidden className="size-4" />
    </button>,
    { kind: 'dialog', open, onPress: () => setOpen(!open), onNear: AppearancePanel.fetch },
  );
  return (
    <>
      {trigger}
      {met && <AppearancePanel {...panel} open={open} onOpenChange={setOpen} />}
    </>
  );
}
