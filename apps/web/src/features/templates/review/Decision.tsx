import { Check, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../data/api.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Field } from '../../../ui/fields/Field.tsx';
import { TextArea } from '../../../ui/fields/TextArea.tsx';
import { templateMessages } from '../messages.ts';
import { useAct } from '../use-act.ts';

/** To send something back without a word helps nobody. */
export function Decision({ versionId, name }: { versionId: string; name: string }) {
  const t = useT(templateMessages);
  const [rationale, setRationale] = useState('');
  const [problem, setProblem] = useState<string>();
  const { busy, run } = useAct();
  const decide = (decision: 'approve' | 'send_back') => {
    if (decision === 'send_back' && rationale.trim() === '') return setProblem(t('sayWhy'));
    const said = t(decision === 'approve' ? 'approvedNow' : 'sentBackNow', { name });
    return void run(() => api.templateVersions.decide({ versionId, decision, rationale }), said);
  };
  return (
    <div className="grid gap-3">
      <Field label={t('rationale')} error={problem}>
        <TextArea
          rows={2}
          maxLength={2000}
          value={rationale}
          onChange={(text) => {
            setRationale(text);
            setProblem(undefined);
          }}
        />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button tone="primary" icon={Check} busy={busy} onClick={() => decide('approve')}>
          {t('approve')}
        </Button>
        <Button icon={Undo2} disabled={busy} onClick={() => decide('send_back')}>
          {t('sendBack')}
        </Button>
      </div>
    </div>
  );
}
