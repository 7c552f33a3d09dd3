import type { lintSeverities } from '@trikon/contract';
import type { Copy } from './copy.ts';
import type { LintFacts } from './facts.ts';

export type Severity = (typeof lintSeverities)[number];

/** A change of the template's components that cures a finding; the pointer is RFC 6901, from the components on. */
export interface Cure {
  op: 'replace' | 'add';
  pointer: string;
  value: string | Record<string, string>;
}

export interface Found {
  /** What it is about: `name`, `body`, `header`, `footer`, `button.0`, `button.0.url`, `card.1.body`, `template`. */
  path: string;
  /** The words that it was seen by. */
  excerpt?: string | undefined;
  /** Where it weighs otherwise than the rule usually does. */
  severity?: Severity;
  cures?: Cure[];
}

export interface LintRule {
  /** Never changes: programs test for it. */
  code: string;
  severity: Severity;
  explanation: { en: string; hi: string };
  fix: { en: string; hi: string };
  finds: (copy: Copy, facts: LintFacts) => Iterable<Found>;
}
