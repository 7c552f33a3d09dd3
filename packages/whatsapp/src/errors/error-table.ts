import { english as accessEnglish } from './access/english.ts';
import { hindi as accessHindi } from './access/hindi.ts';
import { lines as access, permissionRange, unknownLasting, unknownPassing } from './access/rules.ts';
import { type ErrorRule, readRule, type RuleLine, type WordTables } from './error-rule.ts';
import { english as featuresEnglish } from './features/english.ts';
import { hindi as featuresHindi } from './features/hindi.ts';
import { lines as features } from './features/rules.ts';
import { english as numbersEnglish } from './numbers/english.ts';
import { hindi as numbersHindi } from './numbers/hindi.ts';
import { lines as numbers } from './numbers/rules.ts';
import { english as sendingEnglish } from './sending/english.ts';
import { hindi as sendingHindi } from './sending/hindi.ts';
import { lines as sending } from './sending/rules.ts';
import { english as templatesEnglish } from './templates/english.ts';
import { hindi as templatesHindi } from './templates/hindi.ts';
import { lines as templates } from './templates/rules.ts';

const accessWords = { english: accessEnglish, hindi: accessHindi };

/** Every code that Meta documents for WhatsApp, less those of the permission range. */
export const errorTable: ReadonlyMap<number, ErrorRule> = new Map([
  ...readLines(access, accessWords),
  ...readLines(sending, { english: sendingEnglish, hindi: sendingHindi }),
  ...readLines(numbers, { english: numbersEnglish, hindi: numbersHindi }),
  ...readLines(templates, { english: templatesEnglish, hindi: templatesHindi }),
  ...readLines(features, { english: featuresEnglish, hindi: featuresHindi }),
]);

/** The rules of codes that have no line of their own. */
export const rangeRules = {
  permissions: readRule(permissionRange, accessWords),
  passing: readRule(unknownPassing, accessWords),
  lasting: readRule(unknownLasting, accessWords),
};

function readLines<Says extends string>(
  lines: Record<number, RuleLine<Says>>,
  words: WordTables<Says>,
): [code: number, rule: ErrorRule][] {
  return Object.entries(lines).map(([code, line]) => [Number(code), readRule(line, words)]);
}
