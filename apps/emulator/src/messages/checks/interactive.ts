import type { OutgoingInteractive } from '@trikon/whatsapp';
import { carouselMessage } from './carousel.ts';
import { flowMessage } from './flow-message.ts';
import { orderDetailsMessage, orderStatusMessage } from './orders.ts';
import { catalogMessage, productListMessage, productMessage } from './products.ts';
import { variants } from './reading.ts';
import { buttonMessage, listMessage, urlButtonMessage } from './replies.ts';
import {
  addressRequest,
  callButtonMessage,
  callPermissionRequest,
  contactInfoRequest,
  locationRequest,
} from './requests.ts';

export const interactive = variants<OutgoingInteractive>('type', {
  address_message: addressRequest,
  button: buttonMessage,
  call_permission_request: callPermissionRequest,
  carousel: carouselMessage,
  catalog_message: catalogMessage,
  cta_url: urlButtonMessage,
  flow: flowMessage,
  list: listMessage,
  location_request_message: locationRequest,
  order_details: orderDetailsMessage,
  order_status: orderStatusMessage,
  product: productMessage,
  product_list: productListMessage,
  request_contact_info: contactInfoRequest,
  voice_call: callButtonMessage,
});
