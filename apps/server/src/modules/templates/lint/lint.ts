import { readCopy, type Copy, type LintDraft } from './copy.ts';
import { predictCategory, type Prediction } from './category/predict.ts';
import type { LintFacts } from './facts.ts';
import type { Cure, Found, LintRule, Severity } from './rule.ts';
import { lintRules } from './rules.ts';

interface LintFinding {
  code: string;
  severity: Severity;
  path: string;
  /** Where in the content that is: `components.1.text`, `variables.body.name`; null when it is about the whole. */
  field: string | null;
  explanation: { en: string; hi: string };
  fix: { en: string; hi: string };
  excerpt: string | null;
  cures: Cure[];
}

export interface Linted {
  findings: LintFinding[];
  prediction: Prediction;
}

const weight: Record<Severity, number> = { blocks: 0, risk: 1, advice: 2 };

/** What is wrong with a template, the worst first. It never throws, whatever it is given. */
export function lint(draft: LintDraft, facts: LintFacts): Linted {
  const copy = readCopy(draft);
  const findings = lintRules.flatMap((rule) =>
    [...rule.finds(copy, facts)].map((found) => findingOf(rule, found, copy)),
  );
  return {
    findings: findings.toSorted((a, b) => weight[a.severity] - weight[b.severity]),
    prediction: predictCategory(copy),
  };
}

function findingOf({ code, severity, explanation, fix }: LintRule, found: Found, copy: Copy): LintFinding {
  return {
    code,
    severity: found.severity ?? severity,
    path: found.path,
    field: fieldOf(found.path, copy),
    explanation,
    fix,
    excerpt: found.excerpt?.slice(0, 200) ?? null,
    cures: found.cures ?? [],
  };
}

function fieldOf(path: string, { pieces, buttons, variables, media }: Copy): string | null {
  if (path === 'name' || path === 'category') return path;
  if (variables.some((variable) => variable.path === path)) return `variables.${path}`;
  const pointer =
    pieces.find((piece) => piece.path === path)?.pointer ??
    buttons.find((button) => button.path === path)?.pointer;
  if (pointer !== undefined) return dotted(pointer);
  const linked = buttons.find((button) => `${button.path}.url` === path);
  if (linked !== undefined) return `${dotted(linked.pointer)}.url`;
  return media.some((each) => each.path === path) ? `media.${path.replace(/\.header$/, '')}` : null;
}

const dotted = (pointer: string): string => `components${pointer.replaceAll('/', '.')}`;
