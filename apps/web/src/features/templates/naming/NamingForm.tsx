import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Checkbox } from '../../../ui/fields/Checkbox.tsx';
import { Field } from '../../../ui/fields/Field.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { templateMessages } from '../messages.ts';
import type { Settings } from '../queries.ts';

type Values = { namePattern: string; enforceNames: boolean; allowOwnApproval: boolean };

const example: Record<string, string> = { class: 'promo', topic: 'restock', language: 'en', version: '1' };

/** In the help they stand as they are typed. */
const places = { class: '{class}', topic: '{topic}', language: '{language}', version: '{version}' };

const exampleOf = (pattern: string): string =>
  pattern.replaceAll(/\{(\w+)\}/g, (place, name: string) => example[name] ?? place);

/** How templates are called, and whether one may approve one’s own. */
export function NamingForm({ settings, mayChange }: { settings: Settings; mayChange: boolean }) {
  const t = useT(templateMessages);
  const queryClient = useQueryClient();
  const problems = useProblems();
  const form = useForm<Values>({
    initial: settings,
    check: ({ namePattern }) => ({
      namePattern: namePattern.includes('{topic}') ? undefined : t('patternNeedsTopic'),
    }),
    save: async (values) => {
      try {
        await api.templateSettings.update(values);
        await queryClient.invalidateQueries({ queryKey: ['templates', 'settings'] });
        toast(t('namingSaved'), { tone: 'good' });
        return undefined;
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
  const { namePattern, enforceNames, allowOwnApproval } = form.values;
  return (
    <Form form={form}>
      <fieldset disabled={!mayChange} className="grid gap-5">
        <Field
          bind={form.field('namePattern')}
          label={t('pattern')}
          help={t('patternHelp', { ...places, example: exampleOf(namePattern) })}
          required
        >
          <TextField maxLength={100} spellCheck={false} autoComplete="off" />
        </Field>
        <Checkbox
          label={t('enforce')}
          help={t('enforceHelp')}
          checked={enforceNames}
          onChange={(next) => form.set({ enforceNames: next })}
        />
        <Checkbox
          label={t('allowOwn')}
          help={t('allowOwnHelp')}
          checked={allowOwnApproval}
          onChange={(next) => form.set({ allowOwnApproval: next })}
        />
      </fieldset>
      {mayChange ? (
        <FormActions label={t('save')} saving={form.saving} />
      ) : (
        <p className="text-sm text-ink-2">{t('mayNotChange')}</p>
      )}
    </Form>
  );
}
