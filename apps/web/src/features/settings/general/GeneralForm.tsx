import { useState } from 'react';
import type { Workspace } from '../../../data/workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { settingsMessages } from '../messages.ts';
import { LeaveGuard } from './LeaveGuard.tsx';
import { NameFields } from './NameFields.tsx';
import { PlaceFields } from './PlaceFields.tsx';
import { SaveBar } from './SaveBar.tsx';
import { SecurityFields } from './SecurityFields.tsx';
import { useSettingsForm } from './use-settings-form.ts';

interface GeneralFormProps {
  workspace: Workspace;
  readOnly: boolean;
}

export function GeneralForm({ workspace, readOnly }: GeneralFormProps) {
  const t = useT(settingsMessages);
  const form = useSettingsForm(workspace);
  // What stood in the form at its first draw was typed earlier, before a reload or on another visit.
  const [restored] = useState(form.changed);
  return (
    <Form form={form}>
      {readOnly && <Banner tone="info">{t('readOnly')}</Banner>}
      {restored && form.changed && <Banner tone="info">{t('restored')}</Banner>}
      <fieldset disabled={readOnly} className="grid min-w-0 gap-6">
        <NameFields form={form} />
        <PlaceFields form={form} />
        <SecurityFields form={form} />
      </fieldset>
      {form.changed && <SaveBar saving={form.saving} onDiscard={() => form.reset()} />}
      <LeaveGuard active={form.changed && !form.saving} />
    </Form>
  );
}
