import { useId, useState, type ReactNode } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../actions/Button.tsx';
import { TextField } from '../fields/TextField.tsx';
import { Banner } from '../feedback/Banner.tsx';
import { uiMessages } from '../messages.ts';
import { Dialog } from './Dialog.tsx';

interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** What will happen, and to how many. */
  children: ReactNode;
  /** The verb on the button: "Remove 3 members", never "OK". */
  confirm: string;
  /** Typed out before the button works, for what cannot be undone. */
  typeName?: string;
  /** Why it was refused, in words, once `onConfirm` has thrown. */
  problem?: string | undefined;
  onConfirm: () => Promise<void> | void;
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onOpenChange, title, children, confirm, typeName, problem, onConfirm } = props;
  const t = useT(uiMessages);
  const id = useId();
  const [typed, setTyped] = useState('');
  const [state, setState] = useState<'asking' | 'working' | 'failed'>('asking');
  const ready = typeName === undefined || typed.trim() === typeName;

  const change = (next: boolean) => {
    setTyped('');
    setState('asking');
    onOpenChange(next);
  };
  const act = async () => {
    setState('working');
    try {
      await onConfirm();
      change(false);
    } catch {
      setState('failed');
    }
  };

  return (
    <Dialog open={open} onOpenChange={change} title={title}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && state !== 'working') void act();
        }}
      >
        <div className="grid gap-2 text-body text-ink-2">{children}</div>
        {typeName !== undefined && (
          <div className="grid gap-1.5">
            <label htmlFor={id} className="text-sm text-ink">
              {t.rich('typeToConfirm', { name: <strong className="font-semibold">{typeName}</strong> })}
            </label>
            <TextField id={id} value={typed} onChange={setTyped} autoComplete="off" spellCheck={false} />
          </div>
        )}
        {state === 'failed' && <Banner tone="bad">{problem ?? t('failed')}</Banner>}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => change(false)}>{t('cancel')}</Button>
          <Button type="submit" tone="danger" disabled={!ready} busy={state === 'working'}>
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
