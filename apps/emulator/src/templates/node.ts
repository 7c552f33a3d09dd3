import type { TemplateButton, TemplateComponent } from '@trikon/whatsapp';
import { type HealthEntity, healthStatus } from '../accounts/standing/health.ts';
import type { ReadField } from '../graph/nodes.ts';
import type { Template } from './template.ts';
import type { Templates } from './templates.ts';

/** What can be read of a template (Meta, 'WhatsApp Business HSM'). */
export function defineTemplateNode(templates: Templates): void {
  const { nodes } = templates.emulator.graph;
  nodes.define<Template>({
    kind: 'template',
    type: 'WhatsAppBusinessHSM',
    collection: templates.all,
    owner: ({ wabaId }) => ({ wabaId }),
    defaults: [
      'name',
      'parameter_format',
      'components',
      'language',
      'status',
      'category',
      'sub_category',
      'id',
    ],
    fields: {
      ...plainFields,
      components: (template, _, call) => componentsOf(templates, template, call.origin),
      health_status(template, _, { app }) {
        const { directory } = templates.emulator;
        const waba = directory.wabas.get(template.wabaId);
        return waba && healthStatus(directory, { waba, appId: app.id, before: [healthOf(template)] });
      },
    },
  });
}

const plainFields: Record<string, ReadField<Template>> = {
  name: ({ name }) => name,
  language: ({ language }) => language,
  status: ({ status }) => status,
  category: ({ category }) => category,
  previous_category: ({ previousCategory }) => previousCategory,
  correct_category: ({ correctCategory }) => correctCategory,
  sub_category: ({ subCategory }) => subCategory,
  parameter_format: ({ parameterFormat }) => parameterFormat,
  display_format: ({ displayFormat }) => displayFormat,
  quality_score: ({ quality, qualitySince }) => ({ score: quality, date: Math.floor(qualitySince / 1000) }),
  rejected_reason: ({ rejectedReason }) => rejectedReason,
  message_send_ttl_seconds: ({ ttlSeconds }) => ttlSeconds,
  cta_url_link_tracking_opted_out: ({ trackingOptedOut = false }) => trackingOptedOut,
  library_template_name: ({ libraryName }) => libraryName,
  degrees_of_freedom_spec: ({ creativeFeatures }) => creativeFeatures,
};

/** Code 141002 names the template as what blocks the sending (Meta, 'Messaging health status'). */
function healthOf({ id, status }: Template): HealthEntity {
  const entity = { entity_type: 'MESSAGE_TEMPLATE', id } as const;
  if (status === 'APPROVED') return { ...entity, can_send_message: 'AVAILABLE' };
  return {
    ...entity,
    can_send_message: 'BLOCKED',
    errors: [
      {
        error_code: 141_002,
        error_description: `The message template is in the status ${status}.`,
        possible_solution: 'Use a template that is approved.',
      },
    ],
  };
}

/** Examples are shown as addresses, and the button of a one-time code as one that opens an address. */
function componentsOf(templates: Templates, { components }: Template, origin: string): unknown[] {
  const show = (component: TemplateComponent): unknown => {
    if (component.type === 'BUTTONS') return { ...component, buttons: component.buttons.map(buttonOf) };
    if (component.type === 'CAROUSEL') {
      return {
        ...component,
        cards: component.cards.map((card) => ({ components: card.components.map(show) })),
      };
    }
    if (component.type !== 'HEADER' || !('example' in component)) return component;
    if (!component.example || !('header_handle' in component.example)) return component;
    const urls = component.example.header_handle.map(
      (handle) => templates.neighbours.handleUrl(handle, origin) ?? handle,
    );
    return { ...component, example: { header_handle: urls } };
  };
  return components.map(show);
}

function buttonOf(button: TemplateButton): unknown {
  if (button.type !== 'OTP') return button;
  const [app] = button.supported_apps ?? [];
  const query = new URLSearchParams({
    otp_type: button.otp_type,
    ...(button.autofill_text !== undefined && { cta_display_name: button.autofill_text }),
    ...(app && { package_name: app.package_name, signature_hash: app.signature_hash }),
  });
  const url = `https://www.whatsapp.com/otp/code/?${query.toString()}&code=otp`;
  return { type: 'URL', text: button.text, url: `${url}{{1}}`, example: [`${url}123456`] };
}
