import { useQuery } from '@tanstack/react-query';
import type { TemplateContent } from '@trikon/contract';
import { templateProblems, type TemplateProblem } from '@trikon/contract/template-rules';
import { useEffect, useMemo, useState } from 'react';
import { useLocale } from '../../../../i18n/locale.ts';
import { useT, type Translate } from '../../../../i18n/use-t.ts';
import { pruned } from '../content/edit-variables.ts';
import { lintQuery, type Draft, type Lint } from '../queries.ts';
import { bySeverity, type Finding } from './finding.ts';
import { problemWords } from './problem-messages.ts';

export interface Findings {
  all: readonly Finding[];
  prediction: Lint['prediction'] | null;
  /** The reader was not reached; what WhatsApp refuses for sure is known without it. */
  lintFailed: boolean;
  checking: boolean;
}

/** What WhatsApp would refuse is known at once; what it would dislike, a moment after the last change. */
export function useFindings(draft: Draft, content: TemplateContent): Findings {
  const say = useT(problemWords);
  const { language } = useLocale();
  const { category } = draft;
  const problems = useMemo(() => templateProblems(content, category), [content, category]);
  const settled = useSettled(content, 900);
  const lint = useQuery(
    lintQuery({ name: draft.metaName, language: draft.language, category, content: pruned(settled) }),
  );
  const all = useMemo(
    () =>
      bySeverity([
        ...problems.map((one, at) => ofProblem(one, at, say, language)),
        ...(lint.data?.findings ?? [])
          .filter(({ severity, field }) => !isTold(problems, severity, field))
          .map((one, at) => ofLint(one, at, language)),
      ]),
    [problems, lint.data, language, say],
  );
  return {
    all,
    prediction: lint.data?.prediction ?? null,
    lintFailed: lint.isError,
    checking: lint.isFetching || settled !== content,
  };
}

const gaps = new Set<TemplateProblem['code']>(['missing', 'sample_missing']);

const ofProblem = (
  { field, code, message }: TemplateProblem,
  at: number,
  say: Translate<(typeof problemWords)['en']>,
  language: string,
): Finding => ({
  key: `problem ${field} ${code} ${at}`,
  severity: 'blocks',
  field: field === 'components' ? '' : field,
  isGap: gaps.has(code),
  // The rule's own sentence says more, to those who read English.
  says: language === 'en' ? message : say(code),
  fix: null,
  cures: [],
});

const ofLint = (
  { code, severity, field, explanation, fix, cures }: Lint['findings'][number],
  at: number,
  language: string,
): Finding => ({
  key: `lint ${field} ${code} ${at}`,
  severity,
  field: field ?? '',
  isGap: false,
  says: language === 'hi' ? explanation.hi : explanation.en,
  fix: language === 'hi' ? fix.hi : fix.en,
  cures,
});

/** What blocks a field is told by WhatsApp’s own rules already. */
const isTold = (problems: readonly TemplateProblem[], severity: string, field: string | null): boolean =>
  severity === 'blocks' &&
  problems.some((one) => field !== null && (one.field === field || one.field.startsWith(`${field}.`)));

function useSettled<Value>(value: Value, pause: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return settled;
}
