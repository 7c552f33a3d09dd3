import { useNavigate } from '@tanstack/react-router';
import { Archive, ArchiveRestore, Copy, Trash2 } from 'lucide-react';
import { api } from '../../../data/api.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ConfirmAction } from '../../../shell/ConfirmAction.tsx';
import { Button } from '../../../ui/actions/Button.tsx';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { templateMessages } from '../messages.ts';
import type { Family } from '../queries.ts';
import { useAct } from '../use-act.ts';

/** What was never at WhatsApp may be deleted; everything else is retired. */
export function FamilyActions({ family }: { family: Family }) {
  const t = useT(templateMessages);
  const navigate = useNavigate();
  const { busy, run, attempt } = useAct();
  const { familyId, name, variants, retiredAt } = family;
  const wasThere = variants.some(({ atWhatsApp, submissions }) => atWhatsApp.length + submissions.length > 0);
  if (retiredAt !== null)
    return (
      <Button
        icon={ArchiveRestore}
        busy={busy}
        onClick={() => void run(() => api.templateFamilies.restore({ familyId }), t('restored', { name }))}
      >
        {t('restore')}
      </Button>
    );
  const remove = async () => {
    await attempt(() => api.templateFamilies.remove({ familyId }), t('deleted', { name }));
    await navigate({ to: '/templates' });
  };
  return (
    <>
      <ButtonLink icon={Copy} to="/templates/new" search={{ copy: familyId }}>
        {t('clone')}
      </ButtonLink>
      {wasThere ? (
        <ConfirmAction
          icon={Archive}
          label={t('retire')}
          title={t('retireTitle', { name })}
          confirm={t('retire')}
          act={() => attempt(() => api.templateFamilies.retire({ familyId }), t('retiredNow', { name }))}
        >
          <p>{t('retireHelp')}</p>
        </ConfirmAction>
      ) : (
        <ConfirmAction
          icon={Trash2}
          label={t('delete')}
          title={t('deleteTitle', { name })}
          confirm={t('delete')}
          act={remove}
        >
          <p>{t('deleteHelp')}</p>
        </ConfirmAction>
      )}
    </>
  );
}
