import type { Language } from '../../src/phones/view.ts';
import { english } from './words-english.ts';
import { hindi } from './words-hindi.ts';

/** What the phone itself says; the page around it speaks English. */
export type Words = typeof english;

const words: Record<Language, Words> = { en: english, hi: hindi };

export const wordsOf = (language: Language): Words => words[language];

type AddressField = [name: string, label: string];

const englishAddress: AddressField[] = [
  ['name', 'Name'],
  ['phone_number', 'Phone number'],
  ['in_pin_code', 'PIN code'],
  ['house_number', 'Flat or house number'],
  ['floor_number', 'Floor'],
  ['tower_number', 'Tower'],
  ['building_name', 'Building'],
  ['address', 'Address'],
  ['landmark_area', 'Landmark or area'],
  ['city', 'City'],
  ['state', 'State'],
];

const hindiLabels = [
  'नाम',
  'फ़ोन नंबर',
  'पिन कोड',
  'फ़्लैट या मकान नंबर',
  'मंज़िल',
  'टावर',
  'इमारत',
  'पता',
  'पास की जगह',
  'शहर',
  'राज्य',
];

/** The fields of an Indian address by Meta's names, in the order of the form. */
export const addressFields = (language: Language): AddressField[] =>
  language === 'en'
    ? englishAddress
    : englishAddress.map(([name, label], index): AddressField => [name, hindiLabels[index] ?? label]);
