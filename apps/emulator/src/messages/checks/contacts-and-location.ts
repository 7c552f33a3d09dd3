import type { ContactAddress, ContactName, OutgoingContact, OutgoingLocation } from '@trikon/whatsapp';
import { anyText, array, matching, object, optional, orAsText, text, type Reader } from './reading.ts';
import { wrong, wrongParam } from './wrong.ts';

const degrees = (limit: number): Reader<number> =>
  orAsText((value) => {
    const number = typeof value === 'number' ? value : wrongParam('must be a number.');
    return Math.abs(number) <= limit ? number : wrongParam(`must be between -${limit} and ${limit}.`);
  });

export const location = object<OutgoingLocation>({
  latitude: degrees(90),
  longitude: degrees(180),
  name: optional(anyText),
  address: optional(anyText),
});

const detail = optional(anyText);
const dayOfBirth = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

const name = object<ContactName>(
  {
    formatted_name: text(),
    first_name: detail,
    last_name: detail,
    middle_name: detail,
    prefix: detail,
    suffix: detail,
  },
  {
    rule({ first_name, last_name, middle_name, prefix, suffix }) {
      if (!(first_name || last_name || middle_name || prefix || suffix)) {
        wrong(
          131008,
          'At least one of the optional name parameters needs to be included along with formatted_name',
        );
      }
    },
  },
);

type Part<Name extends keyof OutgoingContact> = Exclude<OutgoingContact[Name], undefined>;
type Entry<Name extends 'phones' | 'emails' | 'urls'> = Part<Name>[number];

const card = object<OutgoingContact>({
  name,
  birthday: optional(matching(dayOfBirth, 'Birthday must be written as YYYY-MM-DD')),
  phones: optional(array(object<Entry<'phones'>>({ phone: text(), type: detail, wa_id: detail }))),
  emails: optional(array(object<Entry<'emails'>>({ email: text(), type: detail }))),
  urls: optional(array(object<Entry<'urls'>>({ url: text(), type: detail }))),
  addresses: optional(
    array(
      object<ContactAddress>({
        street: detail,
        city: detail,
        state: detail,
        zip: detail,
        country: detail,
        country_code: detail,
        type: detail,
      }),
    ),
  ),
  org: optional(object<Part<'org'>>({ company: detail, department: detail, title: detail })),
});

/** Meta's pages say 257 cards, its specification 5: what keeps to 5 is safe. */
export const contacts = array(card, { min: 1, max: 5 });
