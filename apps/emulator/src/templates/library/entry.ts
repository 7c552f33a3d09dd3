import type { LibraryParameterType, TemplateCategory } from '@trikon/whatsapp';

interface Wording {
  header?: string;
  body: string;
  params: string[];
  buttons?: string[];
}

/** One ready-made template with its wordings. Buttons take their addresses and numbers from the business. */
export interface LibraryEntry {
  name: string;
  category: TemplateCategory;
  topic: string;
  usecase: string;
  industry: string[];
  types: LibraryParameterType[];
  buttons?: ('PHONE_NUMBER' | 'QUICK_REPLY' | 'URL')[];
  english: Wording;
  hindi?: Wording;
}
