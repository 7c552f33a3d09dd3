import { isId } from '../../../data/address-id.ts';

export interface FieldsSearch {
  /** The field that is being changed, or `new`. */
  field?: string | undefined;
}

export function readFieldsSearch({ field }: Record<string, unknown>): FieldsSearch {
  return field === 'new' || isId(field) ? { field } : {};
}
