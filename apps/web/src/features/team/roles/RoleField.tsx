import type { Permission } from '@trikon/contract';
import type { ReactNode } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { Field } from '../../../ui/fields/Field.tsx';
import type { FieldBinding } from '../../../ui/fields/field-context.ts';
import { Select } from '../../../ui/fields/Select.tsx';
import { teamMessages } from '../messages.ts';
import { RoleExplained } from './RoleExplained.tsx';
import { useRoleChoices } from './use-role-choices.ts';

interface RoleFieldProps {
  bind: FieldBinding;
  help?: ReactNode;
  /** What the person may do now: then the difference is shown. */
  before?: readonly Permission[];
  disabled?: boolean;
}

/** Chooses a role, and says in words what it allows. */
export function RoleField({ bind, help, before, disabled = false }: RoleFieldProps) {
  const t = useT(teamMessages);
  const { options, find } = useRoleChoices();
  const choice = find(String(bind.value));
  return (
    <div className="grid gap-3">
      <Field bind={bind} label={t('role')} help={help} required>
        <Select options={options} disabled={disabled} />
      </Field>
      {choice && (
        <RoleExplained permissions={choice.permissions} before={before} description={choice.description} />
      )}
    </div>
  );
}
