import { Download, PenLine, Printer } from 'lucide-react';
import { getRouteApi } from '@tanstack/react-router';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import type { Proof } from '../queries.ts';
import { saveFile } from '../save-file.ts';
import { proofDocument } from './proof-document.ts';
import { proofMessages } from './messages.ts';
import { RecordByHand } from './RecordByHand.tsx';
import { useVerdictWords } from './use-verdict-words.ts';

const route = getRouteApi('/shell/consent/contacts/$contactId');

export function ProofActions({ proof, name }: { proof: Proof; name: string }) {
  const t = useT(proofMessages);
  const say = useVerdictWords(proof);
  const { act } = route.useSearch();
  const navigate = route.useNavigate();
  const mayManage = useAllows()('consent.manage');
  const { contactId } = proof;
  const close = () => void navigate({ search: {} });
  const fileName = `consent-proof-${contactId.slice(-8)}`;
  const saveJson = () =>
    saveFile(new Blob([JSON.stringify(proof, null, 2)], { type: 'application/json' }), `${fileName}.json`);
  const saveHtml = () => {
    const verdicts = proof.purposes.map((one) => `${t(one.allowed ? 'yes' : 'no')}. ${say(one)}`);
    const content = proofDocument(proof, { title: t('title', { name }), verdicts });
    saveFile(new Blob([content], { type: 'text/html' }), `${fileName}.html`);
  };
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      {mayManage && (
        <ButtonLink
          tone="primary"
          icon={PenLine}
          to="/consent/contacts/$contactId"
          params={{ contactId }}
          search={{ act: 'record' }}
        >
          {t('record')}
        </ButtonLink>
      )}
      <Button icon={Printer} onClick={() => window.print()}>
        {t('print')}
      </Button>
      <Button icon={Download} onClick={saveHtml}>
        {t('saveHtml')}
      </Button>
      <Button icon={Download} onClick={saveJson}>
        {t('saveJson')}
      </Button>
      <Dialog
        open={mayManage && act === 'record'}
        onOpenChange={(next) => !next && close()}
        title={t('recordTitle', { name })}
        description={t('recordHelp')}
        size="medium"
      >
        <RecordByHand contactId={contactId} onDone={close} />
      </Dialog>
    </div>
  );
}
