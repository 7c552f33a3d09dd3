import { contract } from '@trikon/contract';
import type { Procedure } from './handlers.ts';

/**
 * Where each procedure is served, for the web app: its client takes types from the contract and only this table
 * at run time, so that no page has to load the schemas.
 */
export function generateProcedures(): string {
  const lines = Object.entries(contract).flatMap(([noun, verbs]) =>
    Object.entries(verbs as Record<string, Procedure>).map(([verb, procedure]) => {
      const { method = 'POST', path = '/' } = procedure['~orpc'].route;
      return `  '${noun}.${verb}': ['${method}', '${path}'],`;
    }),
  );
  return [
    '// Written by `npm run generate` from the contract. Do not edit.',
    'export const procedures: Record<string, readonly [method: string, path: string]> = {',
    ...lines,
    '};',
    '',
  ].join('\n');
}
