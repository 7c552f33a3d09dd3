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

const counted = ['failures', 'opt_outs', 'blocks', 'read_drop', 'ramp'];

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
  const problems = useProblems();
  const { busy, run, attempt } = useScoreAct();
  const mayChange = useAllows()('templates.review');
  const isRamp = rule.rule === 'ramp';
  const hasNumbers = counted.includes(rule.rule);
  const form = useForm({
    initial: {
      action: rule.action,
      percent: rule.percent as number | null,
      minimum: rule.minimum as number | null,
      dailyMost: rule.dailyMost as number | null,
      steps: rule.steps.join(', '),
    },
    check: ({ percent, minimum, dailyMost, steps }) => ({
      percent: hasNumbers && percent === null ? t('missing') : undefined,
      minimum: hasNumbers && minimum === null ? t('missing') : undefined,
      dailyMost: dailyMost === null ? t('missing') : undefined,
      steps: isRamp && !areSteps(numbersIn(steps)) ? t('stepsWrong') : undefined,
    }),
    save: async ({ action, percent, minimum, dailyMost, steps }) => {
      try {
        await attempt(
          () =>
            api.templateScorecards.updateRule({
              rule: rule.rule,
              ...(isRamp ? { steps: numbersIn(steps) } : { action, dailyMost: dailyMost! }),
              ...(hasNumbers && { percent: percent!, minimum: minimum! }),
            }),
          t('saved'),
        );
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
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
      {mayChange && rule.enabled && (
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
            {hasNumbers && (
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
      )}
    </div>
  );
}
