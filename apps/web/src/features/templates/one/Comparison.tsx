import { getRouteApi } from '@tanstack/react-router';
import { useT } from '../../../i18n/use-t.ts';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { templateMessages } from '../messages.ts';
import { Changes } from './Changes.tsx';

const route = getRouteApi('/shell/templates/$familyId');

/** The version that stands in the address, beside the one before it. */
export function Comparison() {
  const t = useT(templateMessages);
  const { version } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Dialog
      open={version !== undefined}
      onOpenChange={(next) => !next && void navigate({ search: {} })}
      title={t('changes')}
      size="medium"
    >
      {version !== undefined && <Changes versionId={version} />}
    </Dialog>
  );
}
