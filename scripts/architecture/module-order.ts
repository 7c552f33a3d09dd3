/** Modules, lowest first; those in one group are siblings. */
export type ModuleOrder = readonly (readonly string[])[];

export const orderFile = 'apps/server/src/modules/order.ts';

/** Only downwards: a sibling in the same group is as far away as a higher module. */
export function mayImport(order: ModuleOrder, from: string, to: string): boolean {
  const own = levelOf(order, from);
  const other = levelOf(order, to);
  return other !== -1 && other < own;
}

export const isKnown = (order: ModuleOrder, name: string): boolean => levelOf(order, name) !== -1;

const levelOf = (order: ModuleOrder, name: string): number =>
  order.findIndex((group) => group.includes(name));
