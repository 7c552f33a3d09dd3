import { problemSchema } from '@trikon/contract';
import { expect } from 'vitest';
import type { RawAnswer } from './request.ts';

/** What only someone who reads the source or the database's messages should ever see. */
const insides =
  /\bat .+\.(?:ts|js|mjs):\d+|node_modules|SQLSTATE|\bselect .+ from\b|\binsert into\b|violates|relation "|postgres|pg_|zod|fastify|better-auth/i;

/** A refusal as the API promises it: a status of 4xx, a stable code, the id of the request, nothing of the insides. */
export function expectProblem(answer: RawAnswer, codes?: string | string[]): void {
  const shown = `${answer.status} ${answer.text.slice(0, 300)}`;
  expect(answer.status, shown).toBeGreaterThanOrEqual(400);
  expect(answer.status, shown).toBeLessThan(500);
  expect(answer.headers.get('content-type'), shown).toMatch(/^application\/problem\+json/);
  const problem = problemSchema.parse(JSON.parse(answer.text));
  expect(problem.status).toBe(answer.status);
  expect(problem.requestId).toMatch(/^[\w.-]{8,64}$/);
  expect(answer.headers.get('x-request-id')).toBe(problem.requestId);
  expect(problem.detail, shown).not.toMatch(insides);
  if (codes !== undefined) expect([codes].flat(), shown).toContain(problem.code);
}
