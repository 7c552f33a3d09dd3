import { api } from '../../data/api.ts';
import { goTo, workspaceAddress, type Account } from '../../data/session.ts';
import { useChecks } from '../../data/use-checks.ts';
import { useProblems } from '../../data/use-problems.ts';
import { useT } from '../../i18n/use-t.ts';
import { Field } from '../../ui/fields/Field.tsx';
import { Select } from '../../ui/fields/Select.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { FormActions } from '../../ui/form/FormActions.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { switcherMessages } from './messages.ts';
import { ownedOrganisations } from './owned-organisations.ts';

interface CreateWorkspaceFormProps {
  account: Account;
  onCancel?: () => void;
}

export function CreateWorkspaceForm({ account, onCancel }: CreateWorkspaceFormProps) {
  const t = useT(switcherMessages);
  const checks = useChecks();
  const problems = useProblems();
  const organisations = ownedOrganisations(account);
  const form = useForm({
    initial: { name: '', organisationId: organisations[0]?.organisationId ?? '' },
    check: ({ name }) => ({ name: checks.line(name) }),
    save: async ({ name, organisationId }) => {
      try {
        const input = { name, organisationId, language: account.language };
        const { workspaceId } = await api.account.createWorkspace(input);
        await goTo(`${workspaceAddress(workspaceId)}/`);
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
  return (
    <Form form={form}>
      <Field label={t('name')} required bind={form.field('name')}>
        <TextField autoComplete="off" placeholder={t('nameExample')} />
      </Field>
      {organisations.length > 1 && (
        <Field label={t('organisation')} required bind={form.field('organisationId')}>
          <Select
            options={organisations.map(({ organisationId, name }) => ({
              value: organisationId,
              label: name,
            }))}
          />
        </Field>
      )}
      <FormActions label={t('submit')} saving={form.saving} {...(onCancel ? { onCancel } : {})} />
    </Form>
  );
}
