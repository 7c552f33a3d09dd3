import { ArrowDown, ArrowUp, Pencil } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { IconButton } from '../../../ui/actions/IconButton.tsx';
import type { OwnField } from '../profile/queries.ts';
import { fieldMessages } from './messages.ts';

interface FieldRowProps {
  field: OwnField;
  onOpen?: () => void;
  onUp?: (() => void) | undefined;
  onDown?: (() => void) | undefined;
}

/** Alt and an arrow move the row while the keyboard is on any of its buttons. */
export function FieldRow({ field, onOpen, onUp, onDown }: FieldRowProps) {
  const t = useT(fieldMessages);
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = event.altKey ? { ArrowUp: onUp, ArrowDown: onDown }[event.key] : undefined;
    if (move === undefined) return;
    event.preventDefault();
    move();
  };
  return (
    <li className="flex min-w-0 items-center gap-3 px-4 py-2.5">
      <div className="grid min-w-0 flex-1">
        <span className="text-body font-medium wrap-anywhere">{field.name}</span>
        <span className="text-sm wrap-anywhere text-ink-3">
          {t(`kind_${field.kind}`)}
          {field.choices.length > 0 && `: ${field.choices.join(', ')}`}
          {' · '}
          <code className="font-mono text-xs" translate="no">
            {field.key}
          </code>
        </span>
      </div>
      {onOpen && (
        <div role="presentation" className="flex shrink-0" onKeyDown={onKeyDown}>
          {field.archivedAt === null && (
            <>
              <IconButton
                icon={ArrowUp}
                size="small"
                label={t('up', { name: field.name })}
                keys="alt+up"
                aria-disabled={onUp === undefined || undefined}
                onClick={() => onUp?.()}
              />
              <IconButton
                icon={ArrowDown}
                size="small"
                label={t('down', { name: field.name })}
                keys="alt+down"
                aria-disabled={onDown === undefined || undefined}
                onClick={() => onDown?.()}
              />
            </>
          )}
          <IconButton icon={Pencil} size="small" label={t('change', { name: field.name })} onClick={onOpen} />
        </div>
      )}
    </li>
  );
}
