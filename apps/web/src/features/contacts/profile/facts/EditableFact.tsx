import { Pencil } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useT } from '../../../../i18n/use-t.ts';
import { IconButton } from '../../../../ui/actions/IconButton.tsx';
import { FactEditor, type Editing } from './FactEditor.tsx';
import { factMessages } from './messages.ts';

interface EditableFactProps extends Editing {
  /** What stands there; nothing of it is known when left out. */
  shown: ReactNode;
  mayEdit: boolean;
}

/** One line of what is known, which turns into its field when somebody corrects it. */
export function EditableFact({ shown, mayEdit, ...editing }: EditableFactProps) {
  const t = useT(factMessages);
  const [open, setOpen] = useState(false);
  if (open) {
    return (
      <div className="py-1.5">
        <dt className="sr-only">{editing.label}</dt>
        <dd>
          <FactEditor {...editing} onClose={() => setOpen(false)} />
        </dd>
      </div>
    );
  }
  return (
    <div className="group relative grid min-h-8 grid-cols-[6.5rem_minmax(0,1fr)] items-start gap-x-3 py-1 text-body">
      <dt className="wrap-anywhere text-ink-3">{editing.label}</dt>
      <dd className="min-w-0 wrap-anywhere whitespace-pre-line">
        {shown ?? <span className="text-ink-3">–</span>}
        {mayEdit && (
          <IconButton
            icon={Pencil}
            size="small"
            label={t('change', { what: editing.label })}
            onClick={() => setOpen(true)}
            className="absolute end-0 top-0.5 bg-raised opacity-0 group-hover:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100"
          />
        )}
      </dd>
    </div>
  );
}
