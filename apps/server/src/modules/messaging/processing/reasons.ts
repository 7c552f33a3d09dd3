import type { parkReasons } from '@trikon/contract';
import type { Parking } from './deliveries.ts';

/** Why a delivery could not be taken in. Codes never change. */
const sentences: Record<(typeof parkReasons)[number], string> = {
  not_utf8: 'The body is not text in UTF-8, so nothing in it can be told apart.',
  not_json: 'The body is not JSON, so nothing in it can be told apart.',
  too_deep: 'The body nests deeper than anything that Meta sends.',
  too_large: 'The body is larger than anything that Meta sends.',
  too_many: 'The body holds more updates than Meta puts into one.',
  not_a_delivery: 'The body has not the form of a delivery of Meta’s.',
  unknown_number:
    'It is about a number or an account that is not connected here. Connect it, and this is taken in by itself.',
  other_app:
    'It is about a number that is connected through another app than the one that signed it. What belonged to others was taken in.',
  not_stored: 'The database refused what is in it.',
  failed: 'Taking it in failed. This is a fault of the program: tell its makers.',
  broke_off: 'The program ended again and again while this alone was being taken in.',
};

type ParkReason = keyof typeof sentences;

export const parkingFor = (delivery: Parking['delivery'], reason: ParkReason, more = ''): Parking => ({
  delivery,
  reason,
  detail: more === '' ? sentences[reason] : `${sentences[reason]} (${more})`,
});
