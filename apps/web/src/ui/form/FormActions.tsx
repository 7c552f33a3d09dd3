import type { ReactNode } from 'react';
import { Button } from '../actions/Button.tsx';
import { useT } from '../../i18n/use-t.ts';
import { uiMessages } from '../messages.ts';

interface FormActionsProps {
  /** The verb: "Invite", "Save changes". */
  label: string;
  saving: boolean;
  onCancel?: () => void;
  children?: ReactNode;
}

export function FormActions({ label, saving, onCancel, children }: FormActionsProps) {
  const t = useT(uiMessages);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button type="submit" tone="primary" busy={saving}>
        {label}
      </Button>
      {onCancel && (
        <Button tone="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      )}
      {children}
    </div>
  );
}
