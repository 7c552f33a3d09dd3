import { templateLanguages } from '@trikon/contract/template-rules';
import { api } from '../../../../data/api.ts';
import { useProblems } from '../../../../data/use-problems.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Combobox } from '../../../../ui/fields/Combobox.tsx';
import { Field } from '../../../../ui/fields/Field.tsx';
import { TextField } from '../../../../ui/fields/TextField.tsx';
import { Form } from '../../../../ui/form/Form.tsx';
import { FormActions } from '../../../../ui/form/FormActions.tsx';
import { useForm } from '../../../../ui/form/use-form.ts';
import type { Category } from '../queries.ts';
import { useLanguageName } from '../use-language-name.ts';
import { CategoryField } from './CategoryField.tsx';
import { newTemplateMessages } from './messages.ts';
import { startContent } from './start-content.ts';
import { useOpenEditor } from './use-open-editor.ts';
import { useSuggestedName } from './use-suggested-name.ts';

type NewTemplate = { category: Category; topic: string; name: string; language: string };

const blank: NewTemplate = { category: 'UTILITY', topic: '', name: '', language: 'en' };

export function EmptyForm() {
  const t = useT(newTemplateMessages);
  const problems = useProblems();
  const languageName = useLanguageName();
  const openEditor = useOpenEditor();
  const form = useForm<NewTemplate>({
    initial: blank,
    draft: 'new-template',
    check: ({ name }) => ({
      name: name === '' ? undefined : /^[a-z0-9_]+$/.test(name) ? undefined : t('nameWrong'),
    }),
    save: async ({ category, name, language }) => {
      const given = name || suggested;
      if (!given) return { problems: { name: t('nameMissing') } };
      try {
        const content = startContent(category);
        const family = await api.templateFamilies.create({ name: given, category, language, content });
        await openEditor(family.familyId, language);
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
  const { category, topic } = form.values;
  const suggested = useSuggestedName(category, topic);
  return (
    <Form form={form}>
      <CategoryField bind={form.field('category')} />
      <Field label={t('topic')} help={t('topicHelp')} bind={form.field('topic')} required>
        <TextField placeholder={t('topicExample')} maxLength={100} />
      </Field>
      <Field label={t('name')} help={t('nameHelp')} bind={form.field('name')} required>
        <TextField
          placeholder={suggested}
          maxLength={200}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
        />
      </Field>
      <Field label={t('language')} bind={form.field('language')} required>
        <Combobox
          options={templateLanguages.map((value) => ({ value, label: `${languageName(value)} (${value})` }))}
        />
      </Field>
      <FormActions label={t('create')} saving={form.saving} />
    </Form>
  );
}
