import { queryOptions } from '@tanstack/react-query';
import { passkeys } from '../../data/sign-in.ts';

export const passkeysQuery = queryOptions({ queryKey: ['passkeys'], queryFn: () => passkeys.list() });
