import type { CustomRole } from '../../../data/members.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { CheckboxGroups } from '../../../ui/fields/CheckboxGroups.tsx';
import { Field } from '../../../ui/fields/Field.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { teamMessages } from '../messages.ts';
import { StartFrom } from './StartFrom.tsx';
import { usePermissionChoices } from '../../../data/use-permission-choices.ts';
import { useRoleForm } from './use-role-form.ts';

interface RoleEditorProps {
  /** Undefined for a new one. */
  role: CustomRole | undefined;
  onDone: () => void;
}

export function RoleEditor({ role, onDone }: RoleEditorProps) {
  const t = useT(teamMessages);
  const form = useRoleForm(role);
  const groups = usePermissionChoices(t('notHeld'));
  return (
    <Form form={form} onSaved={onDone}>
      {role && role.memberCount > 0 && (
        <Banner tone="info">{t('appliesTo', { count: role.memberCount })}</Banner>
      )}
      <Field bind={form.field('name')} label={t('roleName')} help={t('roleNameHelp')} required>
        <TextField maxLength={60} autoComplete="off" />
      </Field>
      <Field bind={form.field('description')} label={t('description')} help={t('descriptionHelp')}>
        <TextField maxLength={300} autoComplete="off" />
      </Field>
      {!role && <StartFrom onPick={(permissions) => form.set({ permissions })} />}
      <Field bind={form.field('permissions')} label={t('permissions')} required>
        <CheckboxGroups groups={groups} />
      </Field>
      <FormActions
        label={t(role ? 'saveRoleChanges' : 'createRole')}
        saving={form.saving}
        onCancel={onDone}
      />
    </Form>
  );
}
