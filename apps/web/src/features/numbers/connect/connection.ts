import type { api } from '../../../data/api.ts';

export type Connection = Awaited<ReturnType<typeof api.numbers.connect>>;
