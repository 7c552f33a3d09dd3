import type { ErrorRule } from './error-rule.ts';
import { errorTable, rangeRules } from './error-table.ts';

export type {
  Actor,
  ErrorClass,
  ErrorRule,
  ErrorScope,
  FollowUp,
  Language,
  RetryRule,
} from './error-rule.ts';
export { retrySeconds } from './waits.ts';

/** An error as Meta tells it: in the answer to a call, in a status, in a message, in a health check. */
export interface MetaError {
  code: number;
  error_subcode?: number;
  title?: string;
  message?: string;
  /** An object in messaging errors, text in others. */
  error_data?: { details?: string } | string;
  is_transient?: boolean;
  error_user_title?: string;
  error_user_msg?: string;
  fbtrace_id?: string;
}

export interface ClassifiedError extends ErrorRule {
  code: number;
  /** False for codes that Meta has not documented: worth a line in the log. */
  isDocumented: boolean;
  subcode?: number;
  /** What exactly is wrong, in Meta's words, for people and for logs; nothing may branch on it. */
  details?: string;
  /** Names the call in Meta's own logs. */
  trace?: string;
  /** How long Meta says to wait. */
  waitSeconds?: number;
}

/**
 * What to do about an error. `status` is the HTTP status of a refused call; errors in webhooks have none, and are
 * never doubtful: they tell what became of something.
 */
export function classify(error: MetaError, status?: number): ClassifiedError {
  const { rule, isDocumented } = findRule(error, status);
  return {
    ...rule,
    isDoubtful: status === undefined ? undefined : rule.isDoubtful,
    code: error.code,
    isDocumented,
    subcode: error.error_subcode,
    details: detailsOf(error),
    trace: error.fbtrace_id,
  };
}

function findRule(error: MetaError, status: number | undefined): { rule: ErrorRule; isDocumented: boolean } {
  const rule = ruleOfSubcode(error) ?? ruleOfCode(error.code);
  if (rule !== undefined) return { rule, isDocumented: true };
  const passes = error.is_transient === true || (status !== undefined && status >= 500);
  return { rule: passes ? rangeRules.passing : rangeRules.lasting, isDocumented: false };
}

/** Under "invalid parameter" Meta hides errors that have a code of their own: objects that are gone, templates. */
function ruleOfSubcode({ code, error_subcode: subcode }: MetaError): ErrorRule | undefined {
  return code === 100 && subcode !== undefined ? errorTable.get(subcode) : undefined;
}

function ruleOfCode(code: number): ErrorRule | undefined {
  return errorTable.get(code) ?? (code >= 200 && code <= 299 ? rangeRules.permissions : undefined);
}

function detailsOf({
  error_data: data,
  error_user_msg: said,
  message,
  title,
}: MetaError): string | undefined {
  return said ?? (typeof data === 'string' ? data : data?.details) ?? message ?? title;
}
