import type {
  AddressParameters,
  AddressRequest,
  CallButton,
  CallButtonMessage,
  CallPermissionRequest,
  ContactInfoRequest,
  LocationRequest,
  PostalAddress,
} from '@trikon/whatsapp';
import { body, footer, header, without } from './interactive-parts.ts';
import { anyText, array, integer, label, object, oneOf, optional, text } from './reading.ts';

export const locationRequest = object<LocationRequest>(
  {
    type: oneOf('location_request_message'),
    body,
    footer,
    action: object<LocationRequest['action']>({ name: oneOf('send_location') }),
  },
  { refused: without('Header', 'location_request_message') },
);

const part = optional(anyText);

const address = object<PostalAddress>({
  name: part,
  phone_number: part,
  in_pin_code: part,
  house_number: part,
  floor_number: part,
  tower_number: part,
  building_name: part,
  address: part,
  landmark_area: part,
  city: part,
  state: part,
});

export const addressRequest = object<AddressRequest>({
  type: oneOf('address_message'),
  header: optional(header),
  body,
  footer,
  action: object<AddressRequest['action']>({
    name: oneOf('address_message'),
    parameters: object<AddressParameters>({
      country: oneOf('IN'),
      values: optional(address),
      saved_addresses: optional(array(object({ id: text(), value: address }))),
      validation_errors: optional(address),
    }),
  }),
});

export const callPermissionRequest = object<CallPermissionRequest>(
  {
    type: oneOf('call_permission_request'),
    body: optional(body),
    action: object<CallPermissionRequest['action']>({ name: oneOf('call_permission_request') }),
  },
  {
    refused: {
      ...without('Header', 'call_permission_request'),
      ...without('Footer', 'call_permission_request'),
    },
  },
);

/** A call button stands for 30 days at most. */
export const callMinutes = integer(1, 43_200);
export const callPayload = text(512);

export const callButtonMessage = object<CallButtonMessage>(
  {
    type: oneOf('voice_call'),
    body,
    footer,
    action: object<CallButtonMessage['action']>({
      name: oneOf('voice_call'),
      parameters: optional(
        object<CallButton>({
          display_text: optional(label('Button title', { max: 20 })),
          ttl_minutes: optional(callMinutes),
          payload: optional(callPayload),
        }),
      ),
    }),
  },
  { refused: without('Header', 'voice_call') },
);

export const contactInfoRequest = object<ContactInfoRequest>(
  {
    type: oneOf('request_contact_info'),
    body,
    footer,
    action: object<ContactInfoRequest['action']>({ name: oneOf('request_contact_info') }),
  },
  { refused: without('Header', 'request_contact_info') },
);
