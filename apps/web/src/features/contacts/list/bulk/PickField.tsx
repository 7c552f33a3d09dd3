import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useProblems } from '../../../../data/use-problems.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/actions/Button.tsx';
import { Field } from '../../../../ui/fields/Field.tsx';
import { Select } from '../../../../ui/fields/Select.tsx';
import { toast } from '../../../../ui/feedback/toast-store.ts';
import { Form } from '../../../../ui/form/Form.tsx';
import { useForm } from '../../../../ui/form/use-form.ts';
import { Popover } from '../../../../ui/overlays/Popover.tsx';
import type { Trigger } from '../../../../ui/overlays/use-opener.ts';
import { FactControl } from '../../profile/facts/FactControl.tsx';
import { useOwnFieldControl, valueOf } from '../../profile/facts/own-field-control.ts';
import { ownFieldsQuery, type FieldValue, type OwnField } from '../../profile/queries.ts';
import { listMessages } from '../messages.ts';

interface PickFieldProps {
  trigger: Trigger;
  /** Rejects with what is wrong about the value. */
  onPick: (key: string, value: FieldValue | null) => Promise<void>;
}

/** Nothing stands here in a workspace without fields of its own. */
export function PickField({ trigger, onPick }: PickFieldProps) {
  const t = useT(listMessages);
  const { data = [] } = useQuery(ownFieldsQuery);
  const fields = data.filter(({ archivedAt }) => archivedAt === null);
  const [open, setOpen] = useState(false);
  const [chosen, choose] = useState<string>();
  const field = fields.find(({ key }) => key === chosen) ?? fields[0];
  if (field === undefined) return null;
  return (
    <Popover trigger={trigger} label={t('setField')} open={open} onOpenChange={setOpen} className="w-72">
      <div className="grid gap-4">
        <Field label={t('whichField')}>
          <Select
            options={fields.map(({ key, name }) => ({ value: key, label: name }))}
            value={field.key}
            onChange={choose}
          />
        </Field>
        <ValueForm
          key={field.key}
          field={field}
          onPick={async (key, value) => {
            await onPick(key, value);
            setOpen(false);
          }}
        />
      </div>
    </Popover>
  );
}

/** To take away what stands there is a button of its own: Enter in an empty field does nothing. */
function ValueForm({ field, onPick }: { field: OwnField } & Pick<PickFieldProps, 'onPick'>) {
  const t = useT(listMessages);
  const problems = useProblems();
  const controlOf = useOwnFieldControl();
  const form = useForm({
    initial: { value: '' },
    save: async ({ value }) => {
      if (value.trim() !== '') return put(valueOf(field, value.trim()));
    },
  });
  const put = async (value: FieldValue | null) => {
    try {
      await onPick(field.key, value);
    } catch (error) {
      const { problems: named, message } = problems.refusal(error);
      return { problems: { value: Object.values(named)[0] ?? message ?? '' } };
    }
  };
  const empty = async (): Promise<void> => {
    const refused = await put(null);
    if (refused) toast(refused.problems.value, { tone: 'bad' });
  };
  return (
    <Form form={form}>
      <Field label={t('value')} error={form.problems['value']}>
        <FactControl
          control={controlOf(field)}
          label={t('value')}
          value={form.values.value}
          onChange={(value) => form.set({ value })}
        />
      </Field>
      <div className="flex gap-2">
        <Button type="submit" tone="primary" busy={form.saving} disabled={form.values.value.trim() === ''}>
          {t('setValue')}
        </Button>
        <Button tone="quiet" onClick={() => void empty()}>
          {t('emptyField')}
        </Button>
      </div>
    </Form>
  );
}
