import type { SendLocation, SendMedia, SendProduct } from '@trikon/whatsapp';
import { refuse } from '../../graph/errors.ts';
import { fillText } from './fill-text.ts';
import type { HeaderPlan } from './plan.ts';
import { given, givenList, isGiven, requireText, typeOf } from './read-parameters.ts';

export type FilledHeader =
  | { kind: 'text'; text: string }
  | { kind: 'document' | 'gif' | 'image' | 'video'; media: SendMedia }
  | { kind: 'location'; location: SendLocation }
  | { kind: 'product'; product: SendProduct };

/** A header's value: one parameter of the kind that the template was created with. */
export function fillHeader(plan: HeaderPlan | undefined, parameters: unknown): FilledHeader | undefined {
  const list = givenList(parameters, 'header parameters');
  const [first, second] = list;
  const received = isGiven(first) ? typeOf(first).toUpperCase() : '';
  if (!plan) {
    return list.length === 0 ? undefined : refuseFormat('UNKNOWN', received);
  }
  if (plan.format === 'TEXT') {
    if (first !== undefined && isMedia(received)) refuseFormat('TEXT', received);
    return { kind: 'text', text: fillText(plan.text, list, { where: 'header', limit: 60 }) };
  }
  if (received !== plan.format) refuseFormat(plan.format, received);
  if (second !== undefined)
    refuse(
      132000,
      `header: number of params (${list.length}) does not match the expected number of params (1)`,
    );
  return valueOf(plan.format, given(first, 'header parameter'));
}

const isMedia = (kind: string): boolean =>
  ['DOCUMENT', 'GIF', 'IMAGE', 'LOCATION', 'PRODUCT', 'VIDEO'].includes(kind);

const refuseFormat = (expected: string, received: string): never =>
  refuse(132012, `header: Format mismatch, expected ${expected}, received ${received || 'UNKNOWN'}`);

function valueOf(
  format: Exclude<HeaderPlan['format'], 'TEXT'>,
  parameter: Record<string, unknown>,
): FilledHeader {
  const kind = format.toLowerCase() as Lowercase<typeof format>;
  const value = parameter[kind];
  if (!isGiven(value)) return refuse(131008, `header: Parameter of type ${kind} is missing ${kind} value`);
  if (kind === 'location') return { kind, location: readLocation(value) };
  if (kind === 'product') return { kind, product: readProduct(value) };
  return { kind, media: readMedia(value, kind) };
}

function readMedia(value: Record<string, unknown>, kind: string): SendMedia {
  const id = typeof value.id === 'number' ? String(value.id) : value.id;
  if (id === undefined && value.link === undefined) {
    refuse(131008, `header: Parameter of type ${kind} is missing id or link`);
  }
  if (id !== undefined && value.link !== undefined) {
    refuse(131009, `header: Parameter of type ${kind} takes either id or link`);
  }
  return {
    ...(id !== undefined && { id: requireText(id, `header: ${kind} id is not valid`) }),
    ...(value.link !== undefined && { link: requireText(value.link, `header: ${kind} link is not valid`) }),
    ...(typeof value.filename === 'string' && { filename: value.filename }),
  };
}

function readLocation(value: Record<string, unknown>): SendLocation {
  return {
    latitude: readDegrees(value.latitude, 90, 'latitude'),
    longitude: readDegrees(value.longitude, 180, 'longitude'),
    ...(typeof value.name === 'string' && { name: value.name }),
    ...(typeof value.address === 'string' && { address: value.address }),
  };
}

function readDegrees(value: unknown, most: number, what: string): number {
  if (value === undefined || value === null || value === '') {
    refuse(131008, `header: Parameter of type location is missing ${what}`);
  }
  const degrees = Number(value);
  return Math.abs(degrees) <= most ? degrees : refuse(131009, `header: location ${what} is not valid`);
}

function readProduct(value: Record<string, unknown>): SendProduct {
  const missing = 'header: Parameter of type product is missing product_retailer_id';
  return {
    product_retailer_id: requireText(value.product_retailer_id, missing),
    ...(typeof value.catalog_id === 'string' && { catalog_id: value.catalog_id }),
  };
}
