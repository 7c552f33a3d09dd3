import { useT } from '../../../i18n/use-t.ts';
import { Checkbox } from '../../../ui/fields/Checkbox.tsx';
import { Field } from '../../../ui/fields/Field.tsx';
import { NumberField } from '../../../ui/fields/NumberField.tsx';
import { Select } from '../../../ui/fields/Select.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { signOf } from '../money.ts';
import { useCostWords } from '../use-cost-words.ts';
import type { Budget } from './budgets-query.ts';
import { budgetMessages } from './messages.ts';
import { useBudgetForm } from './use-budget-form.ts';

interface BudgetFormProps {
  /** Undefined for a new one. */
  budget: Budget | undefined;
  scopes: readonly { value: string; label: string }[];
  currencies: readonly string[];
  onDone: () => void;
}

const categories = ['marketing', 'utility', 'authentication', 'service'] as const;

export function BudgetForm({ budget, scopes, currencies, onDone }: BudgetFormProps) {
  const t = useT(budgetMessages);
  const say = useCostWords();
  const form = useBudgetForm(budget, currencies[0] ?? 'INR', onDone);
  const { currency, stops } = form.values;
  return (
    <Form form={form}>
      <Field bind={form.field('name')} label={t('name')} help={t('nameHelp')} required>
        <TextField maxLength={80} autoComplete="off" placeholder={t('exampleName')} />
      </Field>
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <Field bind={form.field('limit')} label={t('limit')} required>
          <NumberField min={0} step={500} unit={signOf(currency)} />
        </Field>
        <Field bind={form.field('period')} label={t('period')} required>
          <Select
            options={[
              { value: 'month', label: t('month') },
              { value: 'day', label: t('day') },
            ]}
          />
        </Field>
        {currencies.length > 1 && (
          <Field bind={form.field('currency')} label={t('currency')} required>
            <Select options={currencies.map((one) => ({ value: one, label: one }))} />
          </Field>
        )}
        <Field bind={form.field('scope')} label={t('scope')} required>
          <Select options={scopes} />
        </Field>
        <Field bind={form.field('category')} label={t('category')} required>
          <Select
            options={[
              { value: 'all', label: t('all') },
              ...categories.map((one) => ({ value: one, label: say('category', one) })),
            ]}
          />
        </Field>
      </div>
      <Field bind={form.field('warn')} label={t('warn')} help={t('warnHelp')}>
        <TextField inputMode="numeric" autoComplete="off" className="w-40" />
      </Field>
      <Checkbox
        label={t('stop')}
        help={t('stopHelp')}
        checked={stops}
        onChange={(next) => form.set({ stops: next })}
      />
      <FormActions label={t(budget ? 'save' : 'set')} saving={form.saving} onCancel={onDone} />
    </Form>
  );
}
