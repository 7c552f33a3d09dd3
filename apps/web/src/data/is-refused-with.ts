import { ApiProblem } from './api.ts';

/** True when the server refused with this code, for the form as a whole or for one of its fields. */
export function isRefusedWith(error: unknown, code: string): boolean {
  return (
    error instanceof ApiProblem && (error.code === code || error.fields.some((one) => one.code === code))
  );
}
