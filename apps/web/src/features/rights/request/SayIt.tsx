import { useState } from 'react';
import type { LucideIcon } from 'lucide-react';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Field } from '../../../ui/fields/Field.tsx';
import { TextArea } from '../../../ui/fields/TextArea.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { rightsMessages } from '../messages.ts';

interface SayItProps {
  /** The button, and the one that does it. */
  label: string;
  icon: LucideIcon;
  title: string;
  help?: string;
  field: string;
  example?: string;
  most: number;
  act: (text: string) => Promise<unknown>;
}

/** A button for what needs a reason in words. */
export function SayIt({ label, icon, title, help, field, example, most, act }: SayItProps) {
  const t = useT(rightsMessages);
  const problems = useProblems();
  const [open, setOpen] = useState(false);
  const form = useForm({
    initial: { text: '' },
    check: ({ text }) => ({ text: text.trim() === '' ? t('required') : undefined }),
    save: async ({ text }) => {
      try {
        await act(text.trim());
        setOpen(false);
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
  return (
    <>
      <Button icon={icon} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={title} {...(help && { description: help })}>
        <Form form={form}>
          <Field bind={form.field('text')} label={field} required>
            <TextArea maxLength={most} placeholder={example} />
          </Field>
          <FormActions label={label} saving={form.saving} onCancel={() => setOpen(false)} />
        </Form>
      </Dialog>
    </>
  );
}
