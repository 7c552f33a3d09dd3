import type { OrderDetails, OrderStatusUpdate } from '@trikon/whatsapp';
import { isObject, type JsonObject } from '../../world/json.ts';

/** The order that a message asks to pay, as an interactive message or by a template's button. Its shape is checked before. */
export const orderDetailsIn = (content: JsonObject): OrderDetails | undefined =>
  (interactiveIn(content, 'order_details') as OrderDetails | undefined) ??
  (templatePart(content, 'sub_type', 'order_details', 'action')?.order_details as OrderDetails | undefined);

/** What a message tells about an order. */
export const orderStatusIn = (content: JsonObject): OrderStatusUpdate | undefined =>
  (interactiveIn(content, 'order_status') as OrderStatusUpdate | undefined) ??
  (templatePart(content, 'type', 'order_status', 'order_status') as OrderStatusUpdate | undefined);

function interactiveIn({ interactive }: JsonObject, type: string): unknown {
  if (!isObject(interactive) || interactive.type !== type) return undefined;
  return isObject(interactive.action) ? interactive.action.parameters : undefined;
}

function templatePart(
  { template }: JsonObject,
  name: 'type' | 'sub_type',
  kind: string,
  parameter: string,
): Record<string, unknown> | undefined {
  const components: unknown[] =
    isObject(template) && Array.isArray(template.components) ? template.components : [];
  const component = components.find((one) => isObject(one) && one[name] === kind);
  const parameters: unknown[] =
    isObject(component) && Array.isArray(component.parameters) ? component.parameters : [];
  const part = isObject(parameters[0]) ? parameters[0][parameter] : undefined;
  return isObject(part) ? part : undefined;
}
