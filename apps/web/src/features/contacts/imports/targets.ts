import type { Plan, Target } from './queries.ts';

export const plainTargets = ['phone', 'name', 'email', 'city', 'language', 'tags', 'owner'] as const;

/** As the value of a choice; nothing is what is left out. */
export function targetText(target: Target | null): string {
  if (target === null) return 'none';
  if (target.kind === 'field') return `field:${target.key}`;
  return target.kind === 'consent' ? `consent:${target.purpose}` : target.kind;
}

export function targetOf(text: string): Target | null {
  const [kind, rest = ''] = text.split(':');
  if (kind === 'field') return { kind, key: rest };
  if (kind === 'consent') return { kind, purpose: rest };
  return plainTargets.includes(kind as 'phone') ? { kind: kind as 'phone' } : null;
}

/** What people can be recognised by: what some column is. */
export const keyTexts = ({ columns }: Plan): string[] =>
  columns.map(targetText).filter((text) => text === 'phone' || text === 'email' || text.startsWith('field:'));
