import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';
import { refetchQuery } from '../../../data/patch-query.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { Field } from '../../../ui/fields/Field.tsx';
import { Select } from '../../../ui/fields/Select.tsx';
import { TextArea } from '../../../ui/fields/TextArea.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { purposeWords } from '../purpose-name.ts';
import { everythingOfConsent, type Purpose } from '../queries.ts';
import { useLanguageName } from '../words/language-name.ts';
import { purposeMessages } from './purpose-messages.ts';

interface PurposeFormProps {
  /** Null for a new one. */
  purpose: Purpose | null;
  all: readonly Purpose[];
  onDone: () => void;
}

type Base = Purpose['base'];
/** Words stand under `texts.hi.name`, as the API names them when it refuses one. */
type Values = Record<string, string> & { base: Base; key: string };

const languages = ['en', 'hi'] as const;

export function PurposeForm({ purpose, all, onDone }: PurposeFormProps) {
  const t = useT(purposeMessages);
  const { language: reader } = useLocale();
  const nameOf = useLanguageName();
  const form = usePurposeForm(purpose, onDone);
  return (
    <Form form={form}>
      {purpose === null && (
        <>
          <Field bind={form.field('base')} label={t('base')} required>
            <Select
              options={all
                .filter(({ builtIn }) => builtIn)
                .map(({ base, texts }) => ({ value: base, label: purposeWords(texts, reader).name }))}
            />
          </Field>
          <Field bind={form.field('key')} label={t('key')} help={t('keyHelp')} required>
            <TextField maxLength={40} autoComplete="off" placeholder={t('keyExample')} />
          </Field>
        </>
      )}
      {languages.map((tag) => (
        <div key={tag} lang={tag} className="grid gap-4">
          <Field
            bind={form.field(`texts.${tag}.name`)}
            label={t('name', { language: nameOf(tag) })}
            required={tag === 'en'}
          >
            <TextField maxLength={80} />
          </Field>
          <Field
            bind={form.field(`texts.${tag}.explanation`)}
            label={t('explanation', { language: nameOf(tag) })}
            required={tag === 'en'}
          >
            <TextArea maxLength={500} rows={2} />
          </Field>
        </div>
      ))}
      <FormActions label={t('save')} saving={form.saving} onCancel={onDone} />
    </Form>
  );
}

function usePurposeForm(purpose: Purpose | null, onDone: () => void) {
  const t = useT(purposeMessages);
  const queryClient = useQueryClient();
  const problems = useProblems();
  const words = languages.flatMap((tag) => {
    const { name = '', explanation = '' } = purpose?.texts[tag] ?? {};
    return [
      [`texts.${tag}.name`, name],
      [`texts.${tag}.explanation`, explanation],
    ];
  });
  return useForm<Values>({
    initial: { base: 'promotions', key: '', ...Object.fromEntries(words) } as Values,
    check: (values) => ({
      key: purpose || /^[a-z][a-z0-9_]*$/.test(values.key) ? undefined : t('keyWrong'),
      ...Object.fromEntries(
        languages.flatMap((tag) => {
          const [name, explanation] = wordsIn(values, tag);
          const needed = tag === 'en' || name !== '' || explanation !== '';
          return [
            [`texts.${tag}.name`, needed && name === '' ? t('nameWrong') : undefined],
            [`texts.${tag}.explanation`, needed && explanation === '' ? t('explanationWrong') : undefined],
          ];
        }),
      ),
    }),
    save: async (values) => {
      const texts = { ...purpose?.texts };
      for (const tag of languages) {
        const [name, explanation] = wordsIn(values, tag);
        if (name === '') delete texts[tag];
        else texts[tag] = { name, explanation };
      }
      try {
        if (purpose === null) await api.purposes.create({ base: values.base, key: values.key, texts });
        else await api.purposes.update({ purpose: purpose.purpose, texts });
        refetchQuery(queryClient, everythingOfConsent);
        toast(t('saved', { name: texts['en']?.name ?? '' }), { tone: 'good' });
        onDone();
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
}

const wordsIn = (values: Values, tag: string): [name: string, explanation: string] => [
  (values[`texts.${tag}.name`] ?? '').trim(),
  (values[`texts.${tag}.explanation`] ?? '').trim(),
];
