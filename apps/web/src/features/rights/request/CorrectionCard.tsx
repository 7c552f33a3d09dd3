import { Check } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ConfirmAction } from '../../../shell/ConfirmAction.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { Field } from '../../../ui/fields/Field.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { rightsMessages } from '../messages.ts';
import type { DataRequest } from '../queries.ts';
import { useAct } from '../use-act.ts';

export function CorrectionCard({ request, mayManage }: { request: DataRequest; mayManage: boolean }) {
  const t = useT(rightsMessages);
  const { done } = useAct();
  const { requestId, changes, contactId } = request;
  return (
    <Card title={t('correction')} description={t('correctionHelp')}>
      <div className="grid gap-4">
        {changes !== null && (
          <dl className="grid gap-3">
            {changes.map(({ field, before, after }) => (
              <div key={field} className="grid gap-0.5">
                <dt className="text-sm text-ink-2">
                  {field === 'name' || field === 'email' || field === 'city'
                    ? t(field)
                    : field.replace('fields.', '')}
                </dt>
                <dd className="wrap-anywhere">
                  <del className="text-ink-2">{shown(before) || t('empty')}</del> →{' '}
                  {shown(after) || t('empty')}
                </dd>
              </div>
            ))}
          </dl>
        )}
        {mayManage && changes === null && contactId !== null && (
          <ProposeForm requestId={requestId} contactId={contactId} />
        )}
        {mayManage && changes !== null && (
          <ConfirmAction
            icon={Check}
            label={t('apply')}
            title={t('applyTitle')}
            confirm={t('apply')}
            act={async () => {
              await api.rights.correct({ requestId });
              done(t('step_corrected'));
            }}
          >
            <p>{t('correctionHelp')}</p>
          </ConfirmAction>
        )}
      </div>
    </Card>
  );
}

type Value = NonNullable<DataRequest['changes']>[number]['after'];

const shown = (value: Value): string =>
  Array.isArray(value) ? value.join(', ') : value === null ? '' : String(value);

function ProposeForm({ requestId, contactId }: { requestId: string; contactId: string }) {
  const { data: contact } = useQuery({
    queryKey: ['rights', 'contact', contactId],
    queryFn: ({ signal }) => api.contacts.get({ contactId }, { signal }),
  });
  if (contact === undefined) return null;
  const { name, email, city } = contact;
  const initial = { name: name ?? '', email: email ?? '', city: city ?? '' };
  return <ProposeFields requestId={requestId} initial={initial} />;
}

type Fields = { name: string; email: string; city: string };

function ProposeFields({ requestId, initial }: { requestId: string; initial: Fields }) {
  const t = useT(rightsMessages);
  const problems = useProblems();
  const { done } = useAct();
  const form = useForm<Fields>({
    initial,
    save: async (values) => {
      try {
        const changed = Object.entries(values).filter(
          ([name, value]) => value !== initial[name as keyof Fields],
        );
        const changes = Object.fromEntries(changed.map(([name, value]) => [name, value.trim() || null]));
        await api.rights.propose({ requestId, changes });
        done(t('step_proposed'));
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
  return (
    <Form form={form}>
      <Field bind={form.field('name')} label={t('name')}>
        <TextField maxLength={200} autoComplete="off" />
      </Field>
      <Field bind={form.field('email')} label={t('email')}>
        <TextField maxLength={254} autoComplete="off" />
      </Field>
      <Field bind={form.field('city')} label={t('city')}>
        <TextField maxLength={120} autoComplete="off" />
      </Field>
      <FormActions label={t('propose')} saving={form.saving} />
    </Form>
  );
}
