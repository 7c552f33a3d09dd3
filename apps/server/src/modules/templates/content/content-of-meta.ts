import { templateContent, type TemplateContent } from '@trikon/contract';
import { fixedLabels } from '@trikon/contract/template-rules';
import { parametersOf } from '../parameters.ts';
import { cleaned } from '../values.ts';

type Json = Record<string, unknown>;

interface AtMeta {
  category: string;
  parameterFormat: string;
  components: readonly Json[];
  messageTtlSeconds: number | null;
}

/** What Meta has of a template as our own content. What is not understood is carried along as it is. */
export function contentOfMeta(template: AtMeta): TemplateContent {
  const read = template.components.map((component) => ({
    component,
    known: componentSchema.safeParse(known(component, template.category)),
  }));
  return templateContent.parse({
    parameterFormat: template.parameterFormat === 'NAMED' ? 'NAMED' : 'POSITIONAL',
    components: read.flatMap(({ known: { data } }) => (data === undefined ? [] : [data])),
    foreign: read.flatMap(({ component, known: { success } }) => (success ? [] : [component])).slice(0, 10),
    variables: variablesOf(template),
    messageTtlSeconds: template.messageTtlSeconds,
  });
}

const componentSchema = templateContent.shape.components.element;

const pick = (from: Json, ...names: string[]): Json =>
  Object.fromEntries(
    names.flatMap((name) => (from[name] === undefined || from[name] === null ? [] : [[name, from[name]]])),
  );

const listIn = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);

const upper = (value: unknown): string => (typeof value === 'string' ? value.toUpperCase() : '');

/** The component with what we know of its kind, and nothing else. */
function known(component: Json, category: string): Json {
  const type = upper(component.type);
  switch (type) {
    case 'HEADER': {
      const format = upper(component.format ?? 'TEXT');
      return { type, format, ...(format === 'TEXT' && pick(component, 'text')) };
    }
    case 'BODY':
      return { type, text: '', ...pick(component, 'text', 'add_security_recommendation') };
    case 'FOOTER':
      return { type, text: '', ...pick(component, 'text', 'code_expiration_minutes') };
    case 'BUTTONS':
      return { type, buttons: listIn(component.buttons).map((button) => buttonOf(button, category)) };
    case 'CAROUSEL':
      return {
        type,
        cards: listIn(component.cards).map((card) => ({
          components: listIn(card.components).map((part) => known(part, category)),
        })),
      };
    case 'LIMITED_TIME_OFFER': {
      const offer = Object(component.limited_time_offer) as Json;
      return {
        type,
        limited_time_offer: { has_expiration: false, ...pick(offer, 'text', 'has_expiration') },
      };
    }
    default:
      return { type };
  }
}

const buttonFields: Record<string, string[]> = {
  QUICK_REPLY: ['text'],
  URL: ['text', 'url'],
  PHONE_NUMBER: ['text', 'phone_number'],
  FLOW: ['text', 'flow_id', 'navigate_screen'],
  VOICE_CALL: ['text', 'ttl_minutes'],
  OTP: ['otp_type', 'text', 'autofill_text', 'zero_tap_terms_accepted'],
};

function buttonOf(button: Json, category: string): Json {
  const told = upper(button.type);
  // Meta shows the button of a one-time code as one that opens an address.
  const type = category === 'AUTHENTICATION' ? 'OTP' : told;
  const fixed = fixedLabels[type as keyof typeof fixedLabels] as readonly string[] | undefined;
  if (fixed !== undefined) {
    const text = fixed.find((label) => upper(label) === upper(button.text)) ?? fixed[0];
    return { type, text };
  }
  const fields = pick(button, ...(buttonFields[type] ?? []));
  if (type === 'FLOW') {
    const action = upper(button.flow_action) === 'DATA_EXCHANGE' ? 'data_exchange' : 'navigate';
    return {
      type,
      flow_action: action,
      ...fields,
      ...(fields.flow_id !== undefined && { flow_id: `${fields.flow_id as string | number}` }),
    };
  }
  if (type !== 'OTP') return { type, ...fields };
  const apps = listIn(button.supported_apps).map((app) => pick(app, 'package_name', 'signature_hash'));
  return { type, otp_type: 'COPY_CODE', ...fields, ...(apps.length > 0 && { supported_apps: apps }) };
}

const kinds = new Set(['text', 'url_suffix', 'coupon_code']);

/** Meta’s examples become the samples of the variables; of an address only its end is one. */
function variablesOf(template: AtMeta): Json {
  const variables = parametersOf(template)
    .filter(({ name, kind }) => kinds.has(kind) && placeOfVariable.safeParse(name).success)
    .map(({ name, kind, example }) => {
      const sample = cleaned(example ?? '').slice(0, 2000);
      return [name, { sample: kind === 'url_suffix' ? endOf(sample) : sample }];
    });
  return Object.fromEntries(variables) as Json;
}

const placeOfVariable = templateContent.shape.variables.unwrap().keyType;

const endOf = (address: string): string => {
  const url = URL.parse(address);
  return url === null ? address : (address.split('/').at(-1) ?? address);
};
