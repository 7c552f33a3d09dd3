import { useQuery } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useSentence } from '../../../data/use-sentence.ts';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Card } from '../../../ui/display/Card.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { Field } from '../../../ui/fields/Field.tsx';
import { NumberField } from '../../../ui/fields/NumberField.tsx';
import { Select } from '../../../ui/fields/Select.tsx';
import { Switch } from '../../../ui/fields/Switch.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { scorecardMessages } from './messages.ts';
import { rulesQuery, type Rule } from './queries.ts';
import { useScoreAct } from './use-score-act.ts';

export function RulesEditor() {
  const t = useT(scorecardMessages);
  const { data } = useQuery(rulesQuery);
  return (
    <Card title={t('editor')} description={t('editorHelp')}>
      {data ? (
        <ul aria-label={t('editor')} className="grid gap-6">
          {data.map((rule) => (
            <li key={rule.rule} className="border-b border-line pb-5 last:border-0 last:pb-0">
              <RuleForm rule={rule} />
            </li>
          ))}
        </ul>
      ) : (
        <SkeletonLines lines={8} />
      )}
    </Card>
  );
}

const counted = new Set(['failures', 'opt_outs', 'blocks', 'read_drop', 'ramp']);

const numbersIn = (text: string): number[] =>
  text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(Number);

const areSteps = (steps: readonly number[]): boolean =>
  steps.length > 0 &&
  steps.length <= 6 &&
  steps.every((step, at) => Number.isSafeInteger(step) && step > (steps[at - 1] ?? 0) && step <= 10_000_000);

function RuleForm({ rule }: { rule: Rule }) {
  const t = useT(scorecardMessages);
  const say = useSentence();
  const { busy, run } = useScoreAct();
  const mayChange = useAllows()('templates.review');
  return (
    <div className="grid gap-4">
      <Switch
        label={say(rule.name)}
        help={say(rule.sentence)}
        checked={rule.enabled}
        disabled={!mayChange || busy}
        onChange={(enabled) =>
          void run(() => api.templateScorecards.updateRule({ rule: rule.rule, enabled }), t('saved'))
        }
      />
      {mayChange && rule.enabled && <RuleLimits rule={rule} />}
    </div>
  );
}

function useRuleForm(rule: Rule) {
  const t = useT(scorecardMessages);
  const problems = useProblems();
  const { attempt } = useScoreAct();
  const isRamp = rule.rule === 'ramp';
  const hasNumbers = counted.has(rule.rule);
  const { action, percent, minimum, dailyMost } = rule;
  const numbers: Record<'percent' | 'minimum' | 'dailyMost', number | null> = { percent, minimum, dailyMost };
  return useForm({
    initial: { ...numbers, action, steps: rule.steps.join(', ') },
    check: (given) => ({
      percent: hasNumbers && given.percent === null ? t('missing') : undefined,
      minimum: hasNumbers && given.minimum === null ? t('missing') : undefined,
      dailyMost: given.dailyMost === null ? t('missing') : undefined,
      steps: isRamp && !areSteps(numbersIn(given.steps)) ? t('stepsWrong') : undefined,
    }),
    save: async (given) => {
      try {
        await attempt(
          () =>
            api.templateScorecards.updateRule({
              rule: rule.rule,
              ...(isRamp
                ? { steps: numbersIn(given.steps) }
                : { action: given.action, dailyMost: given.dailyMost! }),
              ...(hasNumbers && { percent: given.percent!, minimum: given.minimum! }),
            }),
          t('saved'),
        );
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
}

function RuleLimits({ rule }: { rule: Rule }) {
  const t = useT(scorecardMessages);
  const say = useSentence();
  const form = useRuleForm(rule);
  const isRamp = rule.rule === 'ramp';
  return (
    <Form form={form}>
      <div className="grid items-start gap-5 sm:grid-cols-2 lg:grid-cols-4">
        {isRamp ? (
          <Field bind={form.field('steps')} label={t('steps')}>
            <TextField autoComplete="off" maxLength={80} />
          </Field>
        ) : (
          <Field bind={form.field('action')} label={t('action')}>
            <Select
              options={[
                { value: 'pause', label: t('doPause') },
                { value: 'throttle', label: t('doThrottle') },
                { value: 'rotate', label: t('doRotate') },
                { value: 'review', label: t('doReview') },
              ]}
            />
          </Field>
        )}
        {form.values.action === 'throttle' && !isRamp && (
          <Field bind={form.field('dailyMost')} label={t('daily')}>
            <NumberField min={1} max={1_000_000} step={500} />
          </Field>
        )}
        {counted.has(rule.rule) && (
          <>
            <Field bind={form.field('percent')} label={t('percent')}>
              <NumberField min={0.1} max={100} unit="%" />
            </Field>
            <Field bind={form.field('minimum')} label={t('minimum')}>
              <NumberField min={20} max={100_000} step={50} />
            </Field>
          </>
        )}
      </div>
      <FormActions label={t('save', { name: say(rule.name) })} saving={form.saving} />
    </Form>
  );
}
