import type {
  TemplateCategory,
  TemplateCategoryUpdate,
  TemplateComponentsUpdate,
  TemplateCorrectCategory,
  TemplateEvent,
  TemplateQualityScore,
  TemplateQualityUpdate,
  TemplateStatusUpdate,
  UpdatedTemplateButton,
} from '@trikon/whatsapp';
import type { JsonObject } from '../world/json.ts';
import type { Template } from './template.ts';
import type { Templates } from './templates.ts';

const nameOf = ({ id, name, language }: Template) => ({
  message_template_id: Number(id),
  message_template_name: name,
  message_template_language: language,
});

type More = Pick<TemplateStatusUpdate, 'disable_info' | 'other_info' | 'reason' | 'rejection_info'>;

/** The status of a template changed (Meta, 'message_template_status_update'). */
export function tellStatus(
  templates: Templates,
  template: Template,
  event: TemplateEvent,
  more: Partial<More> = {},
): void {
  const value: TemplateStatusUpdate = {
    event,
    ...nameOf(template),
    reason: 'NONE',
    message_template_category: template.category,
    ...more,
  };
  send(templates, template, 'message_template_status_update', value);
}

export function tellQuality(
  templates: Templates,
  template: Template,
  from: TemplateQualityScore,
  to: TemplateQualityScore,
): void {
  const value: TemplateQualityUpdate = {
    previous_quality_score: from,
    new_quality_score: to,
    ...nameOf(template),
  };
  send(templates, template, 'message_template_quality_update', value);
}

/** A day before the change: `new_category` is still the present one (Meta, 'template_category_update'). */
export function tellCategoryNotice(
  templates: Templates,
  template: Template,
  correct: TemplateCategory,
  at: number,
): void {
  const value: TemplateCategoryUpdate = {
    ...nameOf(template),
    new_category: template.category,
    correct_category: correct,
    category_update_timestamp: Math.floor(at / 1000),
  };
  send(templates, template, 'template_category_update', value);
}

export function tellCategoryChange(
  templates: Templates,
  template: Template,
  previous: TemplateCategory,
): void {
  const value: TemplateCategoryUpdate = {
    ...nameOf(template),
    previous_category: previous,
    new_category: template.category,
  };
  send(templates, template, 'template_category_update', value);
}

export function tellMisclassified(templates: Templates, template: Template, correct: TemplateCategory): void {
  const value: TemplateCorrectCategory = {
    ...nameOf(template),
    category: template.category,
    correct_category: correct,
  };
  send(templates, template, 'template_correct_category_detection', value);
}

/** An edit went through (Meta, 'message_template_components_update'). */
export function tellComponents(templates: Templates, template: Template): void {
  const parts = template.components;
  const header = parts.find((part) => part.type === 'HEADER');
  const buttons = parts.find((part) => part.type === 'BUTTONS')?.buttons;
  const footer = parts.find((part) => part.type === 'FOOTER');
  const value: TemplateComponentsUpdate = {
    ...nameOf(template),
    message_template_element: parts.find((part) => part.type === 'BODY')?.text ?? '',
    ...(header && 'text' in header && { message_template_title: header.text }),
    ...(footer && { message_template_footer: footer.text }),
    ...(buttons && { message_template_buttons: buttons.flatMap(buttonOf) }),
  };
  send(templates, template, 'message_template_components_update', value);
}

type Button = Extract<Template['components'][number], { type: 'BUTTONS' }>['buttons'][number];

/** Buttons that ask for contacts are not in Meta's list of types. */
function buttonOf(button: Button): UpdatedTemplateButton[] {
  if (button.type === 'REQUEST_CONTACT_INFO') return [];
  return [
    {
      message_template_button_type: button.type,
      message_template_button_text: button.text,
      ...(button.type === 'URL' && { message_template_button_url: button.url }),
      ...(button.type === 'PHONE_NUMBER' && { message_template_button_phone_number: button.phone_number }),
    },
  ];
}

function send({ emulator }: Templates, { wabaId }: Template, field: string, value: object): void {
  emulator.webhooks.send({ wabaId, field, value: value as JsonObject });
}
