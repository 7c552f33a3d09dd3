import { useT } from '../../../../i18n/use-t.ts';
import { classes } from '../../../../ui/classes.ts';
import { editorMessages } from '../messages.ts';
import type { VariableMenuState } from './use-variable-menu.ts';

/** Keys stay in the text above it, which says through aria-activedescendant what is marked. */
export function VariableMenu({ menu: { id, choices, active, pick } }: { menu: VariableMenuState }) {
  const t = useT(editorMessages);
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t('variables')}
      tabIndex={-1}
      // A press must not take the keyboard out of the text before it is a choice.
      onMouseDown={(event) => event.preventDefault()}
      className="absolute inset-x-0 top-full z-20 mt-1 grid max-h-64 overflow-y-auto rounded-lg bg-raised p-1 shadow-float"
    >
      {choices.map(({ name, label }, at) => (
        <div
          key={name}
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === active}
          onClick={() => pick(at)}
          onKeyDown={undefined}
          className={classes(
            'flex min-h-8 cursor-pointer items-center justify-between gap-3 rounded-sm px-2 text-body',
            at === active && 'bg-hover',
          )}
        >
          <code className="font-mono text-sm">{`{{${name}}}`}</code>
          <span className="truncate text-sm text-ink-2">{label ?? t('newVariable')}</span>
        </div>
      ))}
    </div>
  );
}
