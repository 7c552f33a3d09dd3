import { ShieldCheck } from 'lucide-react';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/actions/Button.tsx';
import { Menu } from '../../../../ui/overlays/Menu.tsx';
import { editorMessages } from '../messages.ts';
import { useInserts } from './use-inserts.ts';

interface InsertMenuProps {
  place: 'body' | 'footer';
  onPick: (words: string) => void;
}

/** Sentences that keep customers safe from those who pretend to be the business, in the template’s language. */
export function InsertMenu({ place, onPick }: InsertMenuProps) {
  const t = useT(editorMessages);
  const inserts = useInserts(place);
  if (inserts.length === 0) return null;
  return (
    <Menu
      trigger={
        <Button size="small" tone="quiet" icon={ShieldCheck}>
          {t('safety')}
        </Button>
      }
      groups={[inserts.map(({ title, text }) => ({ label: title, run: () => onPick(text) }))]}
    />
  );
}
