import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Card } from '../../../ui/display/Card.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { Field } from '../../../ui/fields/Field.tsx';
import { NumberField } from '../../../ui/fields/NumberField.tsx';
import { TextArea } from '../../../ui/fields/TextArea.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { Disclosures } from './Disclosures.tsx';
import { LanguageOrder } from './LanguageOrder.tsx';
import { cadenceMessages } from './messages.ts';
import { cadenceQuery, type Cadence } from './queries.ts';
import { linesOf } from './lines-of.ts';

const ranges = { refreshDays: [7, 365], auditDays: [14, 730], lockDays: [0, 30] } as const;

type Days = keyof typeof ranges;
const days = Object.keys(ranges) as Days[];

type Values = Record<Days, number | null> & {
  languages: string[];
  domains: string;
  disclosures: Record<string, string>;
};

/** By what templates are looked after. Whoever may not change it reads it. */
export function CareSettings({ cadence: { settings } }: { cadence: Cadence }) {
  const t = useT(cadenceMessages);
  const queryClient = useQueryClient();
  const problems = useProblems();
  const mayChange = useAllows()('templates.review');
  const form = useForm<Values>({
    initial: { ...settings, domains: settings.domains.join('\n') },
    check: (values) =>
      Object.fromEntries(
        days.map((name) => {
          const [min, max] = ranges[name];
          const value = values[name];
          const fits = value !== null && Number.isInteger(value) && value >= min && value <= max;
          return [name, fits ? undefined : t('daysWrong', { min, max })];
        }),
      ),
    save: async ({ domains, refreshDays, auditDays, lockDays, languages, disclosures }) => {
      const told = Object.fromEntries(Object.entries(disclosures).filter(([, text]) => text.trim() !== ''));
      try {
        await api.templateCadence.update({
          refreshDays: refreshDays!,
          auditDays: auditDays!,
          lockDays: lockDays!,
          languages,
          domains: linesOf(domains),
          disclosures: told,
        });
        await queryClient.invalidateQueries(cadenceQuery);
        toast(t('saved'), { tone: 'good' });
        return undefined;
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
  const { languages, disclosures } = form.values;
  return (
    <Card title={t('care')} description={mayChange ? t('careHelp') : t('careMayNot')}>
      <Form form={form}>
        <fieldset disabled={!mayChange} className="grid gap-6">
          <div className="grid gap-5 sm:grid-cols-3">
            {days.map((name) => (
              <Field key={name} label={t(name)} help={t(`${name}Help`)} bind={form.field(name)} required>
                <NumberField min={ranges[name][0]} max={ranges[name][1]} disabled={!mayChange} />
              </Field>
            ))}
          </div>
          <LanguageOrder
            languages={languages}
            readOnly={!mayChange}
            onChange={(next) => form.set({ languages: next })}
          />
          <Field label={t('domains')} help={t('domainsHelp')} bind={form.field('domains')}>
            <TextArea rows={2} spellCheck={false} maxLength={10_000} />
          </Field>
          <Disclosures
            disclosures={disclosures}
            readOnly={!mayChange}
            onChange={(next) => form.set({ disclosures: next })}
          />
        </fieldset>
        {mayChange && <FormActions label={t('save')} saving={form.saving} />}
      </Form>
    </Card>
  );
}
