import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../data/api.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { Checkbox } from '../../../ui/fields/Checkbox.tsx';
import { Field } from '../../../ui/fields/Field.tsx';
import { Select } from '../../../ui/fields/Select.tsx';
import { TextArea } from '../../../ui/fields/TextArea.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { ownFieldsQuery } from '../profile/queries.ts';
import { tagsQuery } from '../tags/queries.ts';
import { ColumnList } from './ColumnList.tsx';
import { importMessages } from './messages.ts';
import { importQuery, type Import, type Plan } from './queries.ts';
import { keyTexts, targetOf } from './targets.ts';

const policies = ['fill', 'overwrite', 'skip'] as const;

/** What the columns are and how they are brought in; leads to a check, which changes nothing. */
export function PlanForm({ shown, onChecked }: { shown: Import; onChecked: () => void }) {
  const t = useT(importMessages);
  const queryClient = useQueryClient();
  const problems = useProblems();
  const [plan, setPlan] = useState(shown.plan);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { importId, shape } = shown;
  const check = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const answer = await api.contactImports.check({ importId, plan: withKey(plan) });
      queryClient.setQueryData(importQuery(importId).queryKey, answer);
      onChecked();
    } catch (error) {
      setProblem(problems.say(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="grid gap-4">
      <Card title={t('columns')} description={t('columnsHelp')}>
        <div className="grid gap-3">
          {shown.remembered && <Banner tone="info">{t('remembered')}</Banner>}
          {shape.twice.length > 0 && (
            <Banner tone="warn">{t('twice', { names: shape.twice.join(', ') })}</Banner>
          )}
          <Checkbox
            label={t('header')}
            checked={plan.header}
            onChange={(header) => setPlan({ ...plan, header })}
          />
          <ColumnList shape={shape} plan={plan} onChange={(columns) => setPlan({ ...plan, columns })} />
        </div>
      </Card>
      <HowCard plan={plan} onChange={setPlan} />
      {problem && (
        <div role="alert">
          <Banner tone="bad">{problem}</Banner>
        </div>
      )}
      <div>
        <Button tone="primary" busy={busy} onClick={() => void check()}>
          {t('check')}
        </Button>
      </div>
    </div>
  );
}

function HowCard({ plan, onChange }: { plan: Plan; onChange: (plan: Plan) => void }) {
  const t = useT(importMessages);
  const { data: tags = [] } = useQuery(tagsQuery);
  const { data: fields = [] } = useQuery(ownFieldsQuery);
  const keys = keyTexts(plan).map((text) => ({
    value: text,
    label: text.startsWith('field:')
      ? (fields.find(({ key }) => `field:${key}` === text)?.name ?? text)
      : t(text === 'email' ? 'target_email' : 'target_phone'),
  }));
  const [tagId = 'none'] = plan.tagIds;
  return (
    <Card title={t('how')}>
      <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
        <Field label={t('policy')}>
          <Select
            options={policies.map((value) => ({ value, label: t(`policy_${value}`) }))}
            value={plan.policy}
            onChange={(policy) => onChange({ ...plan, policy })}
          />
        </Field>
        {keys.length > 1 && (
          <Field label={t('key')}>
            <Select
              options={keys}
              value={keyText(withKey(plan).key)}
              onChange={(text) => onChange({ ...plan, key: targetOf(text) as Plan['key'] })}
            />
          </Field>
        )}
        <Field label={t('tag')}>
          <Select
            options={[
              { value: 'none', label: t('noTag') },
              ...tags.map((tag) => ({ value: tag.tagId, label: tag.name })),
            ]}
            value={tagId}
            onChange={(chosen) => onChange({ ...plan, tagIds: chosen === 'none' ? [] : [chosen] })}
          />
        </Field>
        <Field label={t('country')} help={t('countryHelp')}>
          <TextField
            value={plan.country}
            maxLength={2}
            onChange={(country) => onChange({ ...plan, country: country.toUpperCase() })}
          />
        </Field>
        {plan.columns.some((target) => target?.kind === 'consent') && (
          <div className="col-span-full">
            <Field label={t('wording')} help={t('wordingHelp')} required>
              <TextArea
                value={plan.wording ?? ''}
                maxLength={2000}
                onChange={(wording) => onChange({ ...plan, wording: wording === '' ? null : wording })}
              />
            </Field>
          </div>
        )}
      </div>
    </Card>
  );
}

const keyText = (key: Plan['key']): string => (key.kind === 'field' ? `field:${key.key}` : key.kind);

/** Recognised by what some column is; what was chosen before may have been left out since. */
function withKey(plan: Plan): Plan {
  const keys = keyTexts(plan);
  const [first] = keys;
  if (keys.includes(keyText(plan.key)) || first === undefined) return plan;
  return { ...plan, key: targetOf(first) as Plan['key'] };
}
