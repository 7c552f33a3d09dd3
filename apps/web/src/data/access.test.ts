import { permissionNames } from '@trikon/contract/permissions';
import { expect, it } from 'vitest';
import { permissionGroups } from './access.ts';

it('shows every permission in exactly one group', () => {
  expect(Object.values(permissionGroups).flat().sort()).toEqual([...permissionNames].sort());
});
