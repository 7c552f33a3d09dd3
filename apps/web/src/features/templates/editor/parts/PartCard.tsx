import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '../../../../i18n/use-t.ts';
import { IconButton } from '../../../../ui/actions/IconButton.tsx';
import { Card } from '../../../../ui/display/Card.tsx';
import { editorMessages } from '../messages.ts';
import { useEditor } from '../state/editor-context.ts';

interface PartCardProps {
  title: string;
  help?: string;
  onRemove?: () => void;
  children: ReactNode;
}

export function PartCard({ title, help, onRemove, children }: PartCardProps) {
  const t = useT(editorMessages);
  const { readOnly } = useEditor();
  return (
    <Card
      title={title}
      description={help}
      actions={
        onRemove &&
        !readOnly && (
          <IconButton icon={X} size="small" label={t('removePart', { part: title })} onClick={onRemove} />
        )
      }
    >
      <div className="grid gap-4">{children}</div>
    </Card>
  );
}
