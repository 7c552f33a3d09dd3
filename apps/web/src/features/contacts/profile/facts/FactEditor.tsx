import { useT } from '../../../../i18n/use-t.ts';
import { Field } from '../../../../ui/fields/Field.tsx';
import { FocusOnArrival } from '../../../../ui/form/FocusOnArrival.tsx';
import { Form } from '../../../../ui/form/Form.tsx';
import { FormActions } from '../../../../ui/form/FormActions.tsx';
import { useForm } from '../../../../ui/form/use-form.ts';
import { useProblems } from '../../../../data/use-problems.ts';
import { FactControl, type Control } from './FactControl.tsx';
import { factMessages } from './messages.ts';

export interface Editing {
  label: string;
  help?: string | undefined;
  control: Control;
  /** As it stands in its field; several choices one per line. */
  text: string;
  /** Null forgets it. */
  save: (text: string | null) => Promise<unknown>;
}

/** Enter saves, Escape leaves everything as it was. */
export function FactEditor({ label, help, control, text, save, onClose }: Editing & { onClose: () => void }) {
  const t = useT(factMessages);
  const problems = useProblems();
  const form = useForm({
    initial: { value: text },
    save: async ({ value }) => {
      try {
        if (value.trim() !== text) await save(value.trim() === '' ? null : value.trim());
        onClose();
      } catch (error) {
        const { problems: named, message } = problems.refusal(error);
        return { problems: { value: Object.values(named)[0] ?? message ?? '' } };
      }
    },
  });
  return (
    <div
      role="presentation"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <Form form={form}>
        <FocusOnArrival>
          <Field label={label} help={help} error={form.problems['value']}>
            <FactControl
              control={control}
              label={label}
              value={form.values.value}
              onChange={(value) => form.set({ value })}
            />
          </Field>
        </FocusOnArrival>
        <FormActions label={t('save')} saving={form.saving} onCancel={onClose} />
      </Form>
    </div>
  );
}
