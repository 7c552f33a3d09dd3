import { useT } from '../../../i18n/use-t.ts';
import { CheckboxGroups } from '../../../ui/fields/CheckboxGroups.tsx';
import { Field } from '../../../ui/fields/Field.tsx';
import { NumberField } from '../../../ui/fields/NumberField.tsx';
import { Select } from '../../../ui/fields/Select.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { suppressionMessages } from './messages.ts';
import type { SuppressionList } from './queries.ts';
import { useListForm } from './use-list-form.ts';

const kinds = [
  'manual',
  'complaint',
  'legal',
  'bounce',
  'recent_buyers',
  'non_engagers',
  'blockers',
  'holdout',
] as const;
const categories = ['marketing', 'utility', 'authentication'] as const;

interface ListFormProps {
  /** The one that is changed; none to make a new one. */
  list?: SuppressionList | undefined;
  onDone: () => void;
}

export function ListForm({ list, onDone }: ListFormProps) {
  const t = useT(suppressionMessages);
  const form = useListForm(list, onDone);
  const { kind } = form.values;
  const isRuled = kind === 'non_engagers' || kind === 'blockers';
  return (
    <Form form={form}>
      <Field bind={form.field('name')} label={t('name')} help={t('nameHelp')} required>
        <TextField maxLength={80} autoComplete="off" placeholder={t('exampleName')} />
      </Field>
      <Field bind={form.field('kind')} label={t('kind')} help={list && t('kindStays')} required>
        <Select
          disabled={list !== undefined}
          options={kinds.map((one) => ({ value: one, label: t(`kind_${one}`) }))}
        />
      </Field>
      {(isRuled || kind === 'holdout') && (
        <p className="text-sm text-ink-2">{t(`rule_${kind as 'blockers'}`)}</p>
      )}
      {isRuled && (
        <div className="grid items-start gap-5 sm:grid-cols-2">
          <Field
            bind={form.field('count')}
            label={t(kind === 'blockers' ? 'ruleFailures' : 'ruleMessages')}
            required
          >
            <NumberField min={2} />
          </Field>
          <Field bind={form.field('days')} label={t('ruleDays')} required>
            <NumberField min={1} />
          </Field>
        </div>
      )}
      <Field bind={form.field('reason')} label={t('reason')} help={t('reasonHelp')} required>
        <TextField maxLength={300} autoComplete="off" placeholder={t('exampleReason')} />
      </Field>
      {kind !== 'holdout' && (
        <Field bind={form.field('categories')} label={t('categories')} required>
          <CheckboxGroups
            groups={[
              {
                id: 'all',
                label: t('categories'),
                options: categories.map((one) => ({ value: one, label: t(`category_${one}`) })),
              },
            ]}
          />
        </Field>
      )}
      {!isRuled && (
        <Field bind={form.field('memberDays')} label={t('memberDays')} help={t('memberDaysHelp')}>
          <NumberField min={1} />
        </Field>
      )}
      <Field bind={form.field('lastDay')} label={t('lastDay')} help={t('lastDayHelp')}>
        <TextField maxLength={30} autoComplete="off" />
      </Field>
      <FormActions label={t(list ? 'save' : 'create')} saving={form.saving} onCancel={onDone} />
    </Form>
  );
}
