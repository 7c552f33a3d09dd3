import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { StatusDot } from '../../../ui/display/StatusDot.tsx';
import { settingsMessages } from '../messages.ts';

interface SaveBarProps {
  saving: boolean;
  onDiscard: () => void;
}

/** Stays in sight at the foot of a long form while something in it is not saved. */
export function SaveBar({ saving, onDiscard }: SaveBarProps) {
  const t = useT(settingsMessages);
  return (
    <div className="sticky bottom-4 z-20 flex animate-lift flex-wrap items-center justify-between gap-2 rounded-lg bg-raised py-2 ps-4 pe-2 shadow-modal max-md:bottom-2">
      <span className="max-sm:sr-only">
        <StatusDot tone="warn" label={t('unsaved')} />
      </span>
      <span className="flex flex-1 justify-end gap-2">
        <Button tone="quiet" onClick={onDiscard}>
          {t('discard')}
        </Button>
        <Button type="submit" tone="primary" busy={saving}>
          {t('save')}
        </Button>
      </span>
    </div>
  );
}
