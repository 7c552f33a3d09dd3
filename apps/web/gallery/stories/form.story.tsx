import { Field } from '../../src/ui/fields/Field.tsx';
import { Select } from '../../src/ui/fields/Select.tsx';
import { TextField } from '../../src/ui/fields/TextField.tsx';
import { Form } from '../../src/ui/form/Form.tsx';
import { FormActions } from '../../src/ui/form/FormActions.tsx';
import { useForm } from '../../src/ui/form/use-form.ts';
import type { Refusal } from '../../src/ui/form/form-state.ts';
import { toast } from '../../src/ui/feedback/toast-store.ts';

type Invite = { name: string; email: string; role: string };

function InviteForm({ save }: { save: (values: Invite) => Promise<Refusal | void> }) {
  const form = useForm<Invite>({
    initial: { name: '', email: '', role: 'agent' },
    check: (values) => ({
      name: values.name.trim() === '' ? 'Write the name colleagues will see.' : undefined,
      email: values.email.includes('@') ? undefined : 'An email has an @ in it: meera@roopkala.in',
    }),
    save,
  });
  return (
    <div className="max-w-md">
      <Form form={form} onSaved={() => toast('Invitation sent')}>
        <Field bind={form.field('name')} label="Name" required>
          <TextField autoComplete="name" />
        </Field>
        <Field bind={form.field('email')} label="Work email" help="The invitation goes there." required>
          <TextField type="email" autoComplete="email" />
        </Field>
        <Field bind={form.field('role')} label="Role" required>
          <Select
            options={[
              { value: 'agent', label: 'Agent' },
              { value: 'marketer', label: 'Marketer' },
            ]}
          />
        </Field>
        <FormActions label="Send invitation" saving={form.saving} onCancel={() => form.reset()} />
      </Form>
    </div>
  );
}

export const stories = {
  works: () => <InviteForm save={async () => {}} />,
  refused: () => (
    <InviteForm
      save={async () => ({ problems: { email: 'Meera is already a member.', seats: 'No seat is free.' } })}
    />
  ),
  fails: () => <InviteForm save={() => Promise.reject(new Error('connection lost'))} />,
};
