import type { Rule } from '../rule.ts';
import { buildTree } from '../tree.ts';

const moduleOrder = [['contacts'], ['messaging'], ['inbox', 'campaigns'], ['analytics']];

/** What a rule says about a tree of these files, each finding as `file:line what`. */
export function findingsIn(rule: Rule, files: Record<string, string>): string[] {
  const tree = buildTree(new Map(Object.entries(files)), moduleOrder);
  return [...rule.find(tree)].map(({ file, line, what }) => `${file}:${line} ${what}`);
}

/** A word that a rule looks for, in parts, so that its test is not found by it. */
export const spelled = (...parts: string[]): string => parts.join('');

/** The path of a file in a server module or a web feature. */
export const inModule = (path: string): string => `apps/server/src/modules/${path}`;
export const inWeb = (path: string): string => `apps/web/src/${path}`;
