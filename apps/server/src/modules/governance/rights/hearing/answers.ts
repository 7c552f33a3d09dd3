import type { RightsKind } from '../request-row.ts';
import type { RightsSettings } from '../settings.ts';

const kinds: Record<'en' | 'hi', Record<RightsKind, string>> = {
  en: {
    access: 'a copy of your data',
    correction: 'a correction of your data',
    erasure: 'the erasure of your data',
    withdrawal: 'the end of your consent',
    grievance: 'your complaint',
    nomination: 'your nomination',
  },
  hi: {
    access: 'आपके डेटा की प्रति',
    correction: 'आपके डेटा में सुधार',
    erasure: 'आपका डेटा मिटाना',
    withdrawal: 'आपकी सहमति वापस लेना',
    grievance: 'आपकी शिकायत',
    nomination: 'आपका नामांकन',
  },
};

const texts = {
  en: {
    received: 'We have your request: {kind}. You will hear from us by {due} at the latest.',
    package: 'Here is the copy of your data. The link works for a few days; do not pass it on. {link}',
    contact: 'Questions: {contact}',
  },
  hi: {
    received: 'आपका अनुरोध हमें मिला: {kind}। हम ज़्यादा-से-ज़्यादा {due} तक जवाब देंगे।',
    package: 'यह रही आपके डेटा की प्रति। लिंक कुछ दिन चलेगा; इसे किसी और को न दें। {link}',
    contact: 'सवालों के लिए: {contact}',
  },
} as const;

interface Filled {
  language: string;
  settings: Pick<RightsSettings, 'contactName' | 'contactAddress'>;
  dueAt: Date;
  kind?: RightsKind;
  link?: string;
}

/** Who answers questions stands in every answer: the law wants it so. */
export function answerText(
  which: 'received' | 'package',
  { language, settings, dueAt, kind = 'access', link = '' }: Filled,
): string {
  const spoken = language === 'hi' ? 'hi' : 'en';
  const t = texts[spoken];
  const due = new Intl.DateTimeFormat(spoken === 'hi' ? 'hi-IN' : 'en-IN', {
    dateStyle: 'long',
    timeZone: 'Asia/Kolkata',
  });
  const contact = [settings.contactName, settings.contactAddress].filter((part) => part !== null).join(', ');
  const text = t[which]
    .replace('{kind}', () => kinds[spoken][kind])
    .replace('{due}', () => due.format(dueAt))
    .replace('{link}', () => link);
  return contact === '' ? text : `${text}\n${t.contact.replace('{contact}', () => contact)}`;
}
