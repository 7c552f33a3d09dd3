import type {
  DegreesOfFreedom,
  ParameterFormat,
  TemplateCategory,
  TemplateComponent,
} from '@trikon/whatsapp';
import { refuse } from '../../graph/errors.ts';
import { isLanguage, languageCodes } from '../languages.ts';
import { readComponents } from './components.ts';
import { readBoolean, readInteger, readObject, readText, readWord } from './reading.ts';
import type { Fields } from './reading.ts';
import { checkLength, refuseContent, refuseTemplate } from './refusals.ts';

/** A creation request that passed every check (Meta, 'Template management'). */
export interface TemplateDraft {
  name: string;
  language: string;
  category: TemplateCategory;
  parameterFormat: ParameterFormat;
  components: TemplateComponent[];
  subCategory?: string;
  displayFormat?: string;
  ttlSeconds?: number;
  trackingOptedOut?: boolean;
  creativeFeatures?: DegreesOfFreedom;
}

export const categories = ['AUTHENTICATION', 'MARKETING', 'UTILITY'] as const;

export function readDraft(params: Fields): TemplateDraft {
  const name = readName(params.name);
  const language = readLanguage(params.language);
  const category = readWord(required(params, 'category'), categories, 'category');
  const parameterFormat = readWord(
    params.parameter_format ?? 'POSITIONAL',
    ['POSITIONAL', 'NAMED'],
    'parameter_format',
  );
  const displayFormat = readUpper(params.display_format, 'display_format');
  const subCategory = readUpper(params.sub_category, 'sub_category');
  const around = { category, language, format: parameterFormat, displayFormat };
  return {
    name,
    language,
    category,
    parameterFormat,
    components: readComponents(parsed(required(params, 'components')), around),
    ...readTtl(params.message_send_ttl_seconds, category),
    ...(subCategory && { subCategory }),
    ...(displayFormat && { displayFormat }),
    ...readTracking(params.cta_url_link_tracking_opted_out),
    ...readFeatures(parsed(params.degrees_of_freedom_spec), category),
  };
}

export const required = (params: Fields, key: string): unknown =>
  params[key] ?? refuse(100, `The parameter ${key} is required.`);

export function readName(value: unknown): string {
  const name = checkLength(readText(required({ name: value }, 'name'), 'name'), 512, 'message template name');
  return /^[a-z0-9_]+$/.test(name)
    ? name
    : refuseTemplate(
        'nameFormat',
        'The message template name can only have lowercase letters, numbers and underscores.',
      );
}

export function readLanguage(value: unknown): string {
  const language = readText(required({ language: value }, 'language'), 'language');
  return isLanguage(language)
    ? language
    : refuse(100, `Param language must be one of {${languageCodes.join(', ')}} - got "${language}".`);
}

/** Forms and query strings carry objects as JSON text. */
export function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

const readUpper = (value: unknown, path: string): string | undefined =>
  value === undefined ? undefined : readText(value, path).toUpperCase();

const ttlRange: Record<TemplateCategory, readonly [number, number]> = {
  AUTHENTICATION: [30, 900],
  UTILITY: [30, 43_200],
  MARKETING: [43_200, 2_592_000],
};

/** Meta, 'Time-to-live': minus one means thirty days, for authentication and utility. */
export function readTtl(value: unknown, category: TemplateCategory): { ttlSeconds?: number } {
  if (value === undefined) return {};
  const seconds = readInteger(value, 'message_send_ttl_seconds');
  const [least, most] = ttlRange[category];
  const thirtyDays = seconds === -1 && category !== 'MARKETING';
  if (!thirtyDays && (seconds < least || seconds > most)) {
    refuseContent(
      'Invalid time-to-live',
      `message_send_ttl_seconds of a template in the category ${category} has to be between ${least} and ${most}.`,
    );
  }
  return { ttlSeconds: seconds };
}

export const readTracking = (value: unknown) =>
  value === undefined ? {} : { trackingOptedOut: readBoolean(value, 'cta_url_link_tracking_opted_out') };

function readFeatures(value: unknown, category: TemplateCategory): { creativeFeatures?: DegreesOfFreedom } {
  if (value === undefined) return {};
  if (category !== 'MARKETING') {
    refuseContent('Invalid degrees_of_freedom_spec', 'Creative features are only for marketing templates.');
  }
  const { creative_features_spec } = readObject(value, 'degrees_of_freedom_spec');
  const features = Object.entries(readObject(creative_features_spec, 'creative_features_spec'));
  return {
    creativeFeatures: {
      creative_features_spec: Object.fromEntries(
        features.map(([feature, choice]) => [
          feature,
          {
            enroll_status: readWord(
              readObject(choice, feature).enroll_status,
              ['OPT_IN', 'OPT_OUT'],
              'enroll_status',
            ),
          },
        ]),
      ),
    },
  };
}
