import { getRouteApi } from '@tanstack/react-router';
import { useT } from '../../../../i18n/use-t.ts';
import { Dialog } from '../../../../ui/overlays/Dialog.tsx';
import type { Contact } from '../queries.ts';
import { useName } from '../use-name.ts';
import { FindOther } from './FindOther.tsx';
import { MergePreview } from './MergePreview.tsx';
import { mergeMessages } from './messages.ts';

const route = getRouteApi('/shell/contacts/$contactId');

interface MergeDialogProps {
  contact: Contact;
  /** Who is to be merged into them; undefined until somebody is chosen. */
  fromId: string | undefined;
  onClose: () => void;
}

/** First who, then what it would do; nothing happens before the last button. */
export function MergeDialog({ contact, fromId, onClose }: MergeDialogProps) {
  const t = useT(mergeMessages);
  const navigate = route.useNavigate();
  const { name } = useName()(contact);
  const choose = (merge: string) => void navigate({ search: (now) => ({ ...now, merge }), replace: true });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title', { name })}
      description={t('about')}
      size="medium"
    >
      {fromId === undefined ? (
        <FindOther contactId={contact.contactId} onChoose={choose} />
      ) : (
        <MergePreview
          key={fromId}
          contactId={contact.contactId}
          fromId={fromId}
          onBack={() => choose('choose')}
          onMerged={onClose}
        />
      )}
    </Dialog>
  );
}
