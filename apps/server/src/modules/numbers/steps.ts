import type { connectionSteps } from '@trikon/contract';
import { whatMetaSaid, type MetaAnswer, type ProblemCode } from './meta-problem.ts';

export type StepName = (typeof connectionSteps)[number];

export interface Step {
  step: StepName;
  result: 'passed' | 'warning' | 'failed' | 'skipped';
  code: ProblemCode | null;
  sentence: string;
  meta: MetaAnswer | null;
}

/** What a step found: the sentence for a person, and what later steps need of it. */
export interface Finding<Value> {
  value: Value;
  sentence: string;
  warning?: ProblemCode;
}

/** A step did not pass, with the reason in a sentence. */
export class StepFailed extends Error {
  override name = 'StepFailed';
  readonly code: ProblemCode;
  readonly meta: MetaAnswer | null;

  constructor(code: ProblemCode, sentence: string, meta: MetaAnswer | null = null) {
    super(sentence);
    this.code = code;
    this.meta = meta;
  }
}

/** Goes through steps and remembers what came of each. */
export interface Walk {
  /** Ends the walk by throwing when the step fails. */
  take<Value>(step: StepName, work: () => Promise<Finding<Value>>): Promise<Value>;
  /** Goes on when the step fails, without its value. */
  attempt<Value>(step: StepName, work: () => Promise<Finding<Value>>): Promise<Value | undefined>;
  /** All steps in their order; those that were not reached are skipped. */
  report(names: readonly StepName[]): Step[];
}

export function beginWalk(): Walk {
  const done = new Map<StepName, Step>();
  async function take<Value>(step: StepName, work: () => Promise<Finding<Value>>): Promise<Value> {
    try {
      const { value, sentence, warning = null } = await work();
      done.set(step, {
        step,
        result: warning === null ? 'passed' : 'warning',
        code: warning,
        sentence,
        meta: null,
      });
      return value;
    } catch (error) {
      const failure = asFailure(error);
      const { code, message: sentence, meta } = failure;
      done.set(step, { step, result: 'failed', code, sentence, meta });
      throw failure;
    }
  }
  return {
    take,
    attempt: async (step, work) => {
      try {
        return await take(step, work);
      } catch (error) {
        if (error instanceof StepFailed) return undefined;
        throw error;
      }
    },
    report: (names) => names.map((step) => done.get(step) ?? skipped(step)),
  };
}

function asFailure(error: unknown): StepFailed {
  if (error instanceof StepFailed) return error;
  const said = whatMetaSaid(error);
  if (said === null) throw error;
  return new StepFailed(said.code, said.sentence, said.meta);
}

const skipped = (step: StepName): Step => ({
  step,
  result: 'skipped',
  code: null,
  sentence: 'Not tried, because an earlier step has to pass first.',
  meta: null,
});
