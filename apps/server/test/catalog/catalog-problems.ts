import * as grantRules from './grant-rules.ts';
import * as roleRules from './role-rules.ts';
import * as routineRules from './routine-rules.ts';
import * as rowSecurityRules from './row-security-rules.ts';
import { type CatalogRule, type Query } from './rule.ts';
import * as tableRules from './table-rules.ts';

const rules: Record<string, CatalogRule> = {
  ...tableRules,
  ...rowSecurityRules,
  ...routineRules,
  ...roleRules,
  ...grantRules,
};

export const ruleNames = Object.keys(rules);

/** Everything in a migrated database that could show one tenant another's rows, one sentence each. */
export async function catalogProblems(query: Query): Promise<string[]> {
  const problems: string[] = [];
  for (const rule of Object.values(rules)) problems.push(...(await rule(query)));
  return problems.sort();
}
