import { Pause, Play } from 'lucide-react';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { outboxMessages } from '../messages.ts';

interface PauseButtonProps {
  isPaused: boolean;
  busy: boolean;
  /** What it does and to what, for who cannot see where it stands. */
  label: string;
  onClick: () => void;
}

/** Each undoes the other, so neither asks first. */
export function PauseButton({ isPaused, busy, label, onClick }: PauseButtonProps) {
  const t = useT(outboxMessages);
  return (
    <Button size="small" icon={isPaused ? Play : Pause} busy={busy} aria-label={label} onClick={onClick}>
      {t(isPaused ? 'resume' : 'pause')}
    </Button>
  );
}
