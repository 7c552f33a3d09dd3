import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/actions/Button.tsx';
import { Popover } from '../../../../ui/overlays/Popover.tsx';
import { editorMessages } from '../messages.ts';
import { useEditor } from '../state/editor-context.ts';
import { FindingsList } from './FindingsList.tsx';

/** How much was found, always in sight; opened, it leads to each place. */
export function FindingsButton() {
  const t = useT(editorMessages);
  const { findings } = useEditor();
  const [open, setOpen] = useState(false);
  const count = findings.all.length;
  return (
    <Popover
      label={t('findings')}
      open={open}
      onOpenChange={setOpen}
      align="end"
      className="w-96"
      trigger={
        <Button tone="quiet" icon={count === 0 ? CircleCheck : TriangleAlert}>
          {count === 0 ? t('nothingFound') : t('findingCount', { count })}
        </Button>
      }
    >
      <FindingsList onJump={() => setOpen(false)} />
    </Popover>
  );
}
