import { useState } from 'react';
import { useRoleName, type RoleChoice } from '../../../data/access.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Field } from '../../../ui/fields/Field.tsx';
import { Select } from '../../../ui/fields/Select.tsx';
import { teamMessages } from '../messages.ts';
import { RoleExplained } from './RoleExplained.tsx';
import { RoleMatrix } from './RoleMatrix.tsx';

/** What every role may do: a matrix where there is room for it, one role at a time on a phone. */
export function RoleComparison({ choices }: { choices: readonly RoleChoice[] }) {
  const t = useT(teamMessages);
  const nameOf = useRoleName();
  const [key, setKey] = useState('agent');
  const choice = choices.find((one) => one.key === key) ?? choices[0];
  return (
    <section aria-labelledby="all-roles" className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3">
      <div className="grid gap-0.5">
        <h2 id="all-roles" className="text-lg font-semibold">
          {t('compare')}
        </h2>
        <p className="text-sm text-ink-2">{t('compareHelp')}</p>
      </div>
      <div className="max-md:hidden">
        <RoleMatrix choices={choices} />
      </div>
      <div className="grid gap-3 md:hidden">
        <Field label={t('pickRole')}>
          <Select
            options={choices.map((one) => ({ value: one.key, label: nameOf(one) }))}
            value={choice?.key}
            onChange={setKey}
          />
        </Field>
        {choice && <RoleExplained permissions={choice.permissions} description={choice.description} />}
      </div>
    </section>
  );
}
