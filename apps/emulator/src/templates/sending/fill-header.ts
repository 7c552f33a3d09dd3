import type { SendLocation, SendMedia, SendParameter, SendProduct } from '@trikon/whatsapp';
import { refuse } from '../../graph/errors.ts';
import { fillText } from './fill-text.ts';
import type { HeaderPlan } from './plan.ts';

export type FilledHeader =
  | { kind: 'text'; text: string }
  | { kind: 'document' | 'gif' | 'image' | 'video'; media: SendMedia }
  | { kind: 'location'; location: SendLocation }
  | { kind: 'product'; product: SendProduct };

/** A header's value: one parameter of the kind that the template was created with. */
export function fillHeader(
  plan: HeaderPlan | undefined,
  parameters: readonly SendParameter[],
): FilledHeader | undefined {
  const [first] = parameters;
  if (!plan) return first ? refuseFormat('UNKNOWN', first) : undefined;
  if (plan.format === 'TEXT') {
    if (first && valueOf(first)) refuseFormat('TEXT', first);
    return { kind: 'text', text: fillText(plan.text, parameters, { where: 'header', limit: 60 }) };
  }
  const value = first && valueOf(first);
  return value?.kind === plan.format.toLowerCase() ? value : refuseFormat(plan.format, first);
}

const refuseFormat = (expected: string, received: SendParameter | undefined): never =>
  refuse(
    132012,
    `header: Format mismatch, expected ${expected}, received ${received?.type.toUpperCase() ?? 'UNKNOWN'}`,
  );

/** Undefined for a parameter that belongs into a text. */
function valueOf(parameter: SendParameter): Exclude<FilledHeader, { kind: 'text' }> | undefined {
  if (parameter.type === 'image') return { kind: 'image', media: parameter.image };
  if (parameter.type === 'video') return { kind: 'video', media: parameter.video };
  if (parameter.type === 'document') return { kind: 'document', media: parameter.document };
  if (parameter.type === 'gif') return { kind: 'gif', media: parameter.gif };
  if (parameter.type === 'location') return { kind: 'location', location: parameter.location };
  return parameter.type === 'product' ? { kind: 'product', product: parameter.product } : undefined;
}
