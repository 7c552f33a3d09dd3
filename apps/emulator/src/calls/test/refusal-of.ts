import { WorldRefusal } from '../../door/world-door.ts';

/** Why a phone could not do something. */
export function refusalOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof WorldRefusal) return error.message;
    throw error;
  }
  return 'done';
}
