import { z } from 'zod';
import { carousel } from './carousel.ts';
import {
  body,
  buttonsOf,
  choice,
  footer,
  header,
  productReference,
  productSections,
  textHeader,
  titled,
  urlAction,
} from './interactive-parts.ts';
import { orderDetails, orderStatus } from './orders.ts';
import { anyWords, words } from './parts.ts';

const button = z.strictObject({
  type: z.literal('button'),
  header,
  body,
  footer,
  action: z.strictObject({
    buttons: buttonsOf(z.strictObject({ type: z.literal('reply'), reply: choice }), 'reply', 3),
  }),
});

const row = z.strictObject({ id: words(200), title: words(24), description: words(72, 0).optional() });

const list = z.strictObject({
  type: z.literal('list'),
  header: textHeader.optional(),
  body,
  footer,
  action: z.strictObject({
    button: words(20),
    sections: z
      .array(z.strictObject({ title: words(24).optional(), rows: z.array(row).min(1).max(10) }))
      .min(1)
      .max(10)
      .check(titled)
      .check(({ value, issues }) => {
        const rows = value.flatMap((section) => section.rows);
        if (rows.length > 10) {
          const message = 'WhatsApp shows at most 10 rows in all sections together';
          issues.push({ code: 'custom', message, path: [], input: value });
        }
        if (new Set(rows.map((one) => one.id)).size < rows.length) {
          issues.push({ code: 'custom', message: 'Ids of rows must differ', path: [], input: value });
        }
      }),
  }),
});

const urlButton = z.strictObject({ type: z.literal('cta_url'), header, body, footer, action: urlAction });

const flowParameters = z
  .strictObject({
    flow_message_version: z.literal('3'),
    flow_id: anyWords.optional(),
    flow_name: anyWords.optional(),
    /** Meta's pages say 20, its specification 30: what keeps to 20 is safe. */
    flow_cta: words(20),
    flow_token: anyWords.optional(),
    mode: z.enum(['draft', 'published']).optional(),
    flow_action: z.enum(['navigate', 'data_exchange']).optional(),
    flow_action_payload: z
      .strictObject({
        screen: anyWords.optional(),
        data: z
          .record(z.string(), z.unknown())
          .refine((data) => Object.keys(data).length > 0, 'Leave it out when there is nothing in it')
          .optional(),
      })
      .optional(),
  })
  .refine(({ flow_id, flow_name }) => (flow_id === undefined) !== (flow_name === undefined), {
    message: 'Name the flow by `flow_id` or by `flow_name`, one of the two',
    path: ['flow_id'],
  })
  .refine(
    ({ flow_action, flow_action_payload }) =>
      flow_action !== 'data_exchange' || flow_action_payload === undefined,
    {
      message: 'With data_exchange the first screen comes from the endpoint',
      path: ['flow_action_payload'],
    },
  );

const flow = z.strictObject({
  type: z.literal('flow'),
  header,
  body,
  footer,
  action: z.strictObject({ name: z.literal('flow'), parameters: flowParameters }),
});

const product = z.strictObject({
  type: z.literal('product'),
  body: body.optional(),
  footer,
  action: productReference,
});

const productList = z.strictObject({
  type: z.literal('product_list'),
  header: textHeader,
  body,
  footer,
  action: z.strictObject({ catalog_id: anyWords, sections: productSections }),
});

const catalog = z.strictObject({
  type: z.literal('catalog_message'),
  body,
  footer,
  action: z.strictObject({
    name: z.literal('catalog_message'),
    parameters: z.strictObject({ thumbnail_product_retailer_id: anyWords.optional() }).optional(),
  }),
});

const locationRequest = z.strictObject({
  type: z.literal('location_request_message'),
  body,
  footer,
  action: z.strictObject({ name: z.literal('send_location') }),
});

const part = words(1000, 0).optional();
const postalAddress = z.strictObject({
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

const addressRequest = z.strictObject({
  type: z.literal('address_message'),
  header,
  body,
  footer,
  action: z.strictObject({
    name: z.literal('address_message'),
    parameters: z.strictObject({
      country: z.literal('IN'),
      values: postalAddress.optional(),
      saved_addresses: z
        .array(z.strictObject({ id: anyWords, value: postalAddress }))
        .max(50)
        .optional(),
      validation_errors: postalAddress.optional(),
    }),
  }),
});

const callPermissionRequest = z.strictObject({
  type: z.literal('call_permission_request'),
  body: body.optional(),
  action: z.strictObject({ name: z.literal('call_permission_request') }),
});

const callButton = z.strictObject({
  type: z.literal('voice_call'),
  body,
  footer,
  action: z.strictObject({
    name: z.literal('voice_call'),
    parameters: z
      .strictObject({
        display_text: words(20).optional(),
        ttl_minutes: z.number().int().min(1).max(43_200).optional(),
        payload: words(512).optional(),
      })
      .optional(),
  }),
});

const contactInfoRequest = z.strictObject({
  type: z.literal('request_contact_info'),
  body,
  footer,
  action: z.strictObject({ name: z.literal('request_contact_info') }),
});

const orderDetailsMessage = z.strictObject({
  type: z.literal('order_details'),
  header,
  body,
  footer,
  action: z.strictObject({ name: z.literal('review_and_pay'), parameters: orderDetails }),
});

const orderStatusMessage = z.strictObject({
  type: z.literal('order_status'),
  body,
  footer,
  action: z.strictObject({ name: z.literal('review_order'), parameters: orderStatus }),
});

export const interactive = z.discriminatedUnion('type', [
  button,
  list,
  urlButton,
  flow,
  product,
  productList,
  catalog,
  carousel,
  locationRequest,
  addressRequest,
  callPermissionRequest,
  callButton,
  contactInfoRequest,
  orderDetailsMessage,
  orderStatusMessage,
]);
