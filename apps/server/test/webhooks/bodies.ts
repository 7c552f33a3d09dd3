import type { Connected } from './processing-ground.ts';

type Place = Pick<Connected, 'wabaId' | 'phoneNumberId'>;

/** A delivery of one change, as Meta sends it. */
export const change = ({ wabaId, phoneNumberId }: Place, field: string, value: object): object => ({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: wabaId,
      changes: [
        {
          field,
          value: {
            messaging_product: 'whatsapp',
            metadata: { display_phone_number: '912614001234', phone_number_id: phoneNumberId },
            ...value,
          },
        },
      ],
    },
  ],
});

export const asha = '919876543210';

/** The seconds of a time, as Meta writes them. */
export const seconds = (time: Date): string => String(Math.floor(time.getTime() / 1000));

export const message = (id: string, at: Date, more: object = {}): object => ({
  from: asha,
  id,
  timestamp: seconds(at),
  type: 'text',
  text: { body: 'Is the peacock blue saree in stock?' },
  ...more,
});

export const messages = (place: Place, ...given: object[]): object =>
  change(place, 'messages', {
    contacts: [{ profile: { name: 'Asha Menon' }, wa_id: asha, user_id: 'IN.13491208655302741918' }],
    messages: given,
  });

export const status = (id: string, word: string, at: Date, more: object = {}): object => ({
  id,
  status: word,
  timestamp: seconds(at),
  recipient_id: asha,
  ...more,
});

export const statuses = (place: Place, ...given: object[]): object =>
  change(place, 'messages', { statuses: given });
