import { getRouteApi } from '@tanstack/react-router';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Link } from '../../../ui/actions/Link.tsx';
import { Button } from '../../../ui/actions/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { ContactHeader } from './ContactHeader.tsx';
import { FactsColumn } from './facts/FactsColumn.tsx';
import { MergeDialog } from './merge/MergeDialog.tsx';
import { profileMessages } from './messages.ts';
import { NoteComposer } from './notes/NoteComposer.tsx';
import type { Contact } from './queries.ts';
import { Timeline } from './timeline/Timeline.tsx';

const route = getRouteApi('/shell/contacts/$contactId');

/** Who they are on the left, what happened on the right; on a phone who they are folds above what happened. */
export function ContactView({ contact }: { contact: Contact }) {
  const t = useT(profileMessages);
  const [unfolded, setUnfolded] = useState(false);
  const { merge } = route.useSearch();
  const navigate = route.useNavigate();
  const mayManage = useAllows()('contacts.manage') && contact.mergedInto === null;
  const closeMerge = () => void navigate({ search: (now) => ({ ...now, merge: undefined }), replace: true });
  return (
    <>
      <ContactHeader contact={contact} mayManage={mayManage} />
      {contact.mergedInto !== null && (
        <div className="pb-5">
          <Banner tone="info">
            {t.rich('mergedInto', {
              contact: (
                <Link to="/contacts/$contactId" params={{ contactId: contact.mergedInto }}>
                  {t('thatContact')}
                </Link>
              ),
            })}
          </Banner>
        </div>
      )}
      <div className="grid items-start gap-x-8 gap-y-5 lg:grid-cols-[21rem_minmax(0,1fr)]">
        <div className="grid min-w-0 gap-5">
          <Button
            icon={ChevronDown}
            aria-expanded={unfolded}
            onClick={() => setUnfolded(!unfolded)}
            className={classes('lg:hidden', unfolded && '[&_svg]:rotate-180')}
          >
            {t(unfolded ? 'foldFacts' : 'unfoldFacts')}
          </Button>
          <div className={classes('grid min-w-0 gap-5', !unfolded && 'max-lg:hidden')}>
            <FactsColumn contact={contact} mayManage={mayManage} />
          </div>
        </div>
        <div className="grid min-w-0 gap-5">
          {mayManage && <NoteComposer contactId={contact.contactId} />}
          <Timeline contact={contact} />
        </div>
      </div>
      {mayManage && merge !== undefined && (
        <MergeDialog contact={contact} fromId={merge === 'choose' ? undefined : merge} onClose={closeMerge} />
      )}
    </>
  );
}
