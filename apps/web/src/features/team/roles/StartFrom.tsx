import type { Permission } from '@trikon/contract';
import { useState } from 'react';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Field } from '../../../ui/fields/Field.tsx';
import { Select } from '../../../ui/fields/Select.tsx';
import { teamMessages } from '../messages.ts';
import { useRoleChoices } from './use-role-choices.ts';

/** Copies what another role allows, as far as this person may give it. */
export function StartFrom({ onPick }: { onPick: (permissions: readonly Permission[]) => void }) {
  const t = useT(teamMessages);
  const allows = useAllows();
  const { options, find } = useRoleChoices();
  const [from, setFrom] = useState('');
  return (
    <Field label={t('startFrom')} help={t('startFromHelp')}>
      <Select
        options={[{ value: '', label: t('startEmpty') }, ...options]}
        value={from}
        onChange={(key) => {
          setFrom(key);
          onPick((find(key)?.permissions ?? []).filter(allows));
        }}
      />
    </Field>
  );
}
