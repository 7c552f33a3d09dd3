import { hash } from 'node:crypto';
import type { ApprovedText } from './current-notice.ts';

interface Hashed extends Omit<ApprovedText, 'hash'> {
  language: string;
  termsUrl: string | null;
}

/** Of everything that people read, so that an entry can say which words they were. The order of purposes counts not. */
export function hashOfWords({ language, heading, body, agree, purposes, termsUrl }: Hashed): string {
  const named = Object.entries(purposes)
    .map(([purpose, { name, explanation }]) => [purpose, name, explanation] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return hash('sha256', JSON.stringify([language, heading, body, agree, named, termsUrl]));
}
