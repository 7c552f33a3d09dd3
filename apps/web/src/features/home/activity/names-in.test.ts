import { expect, it } from 'vitest';
import { namesIn } from './names-in.ts';
import type { ToldEvent } from './told-event.ts';

const event = (type: string, data: object) => ({ type, data }) as unknown as ToldEvent;

it('knows who left by the name they had last', () => {
  const names = namesIn([
    event('member.removed', { userId: 'r', name: 'Ritu Chauhan' }),
    event('member.role_changed', { userId: 'r', role: 'agent', roleId: null }),
    event('member.joined', { userId: 'r', name: 'Ritu', email: 'r@example.in' }),
    event('role.created', { roleId: 'x', name: 'Festival help' }),
  ]);
  expect([...names]).toEqual([['r', 'Ritu Chauhan']]);
});
