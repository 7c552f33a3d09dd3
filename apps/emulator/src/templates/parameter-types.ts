import type { LibraryParameterType } from '@trikon/whatsapp';

interface Kind {
  longest: number;
  pattern: RegExp;
}

/** Library templates check what is put into them; Meta names the kinds, the patterns are as wide as sense allows. */
const kinds: Record<LibraryParameterType, Kind> = {
  ADDRESS: { longest: 200, pattern: /[\p{L}\p{N}]/u },
  AMOUNT: { longest: 40, pattern: /^[^\p{N}]{0,6}[\p{N}][\p{N},.'\s]*[^\p{N}]{0,12}$/u },
  DATE: { longest: 60, pattern: /\p{N}/u },
  EMAIL: { longest: 254, pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/ },
  NUMBER: { longest: 40, pattern: /^[\p{L}\p{N}][\p{L}\p{N}\s./-]*$/u },
  'PHONE NUMBER': { longest: 24, pattern: /^\+?[\p{N}\s()-]{5,}$/u },
  TEXT: { longest: 60, pattern: /\S/ },
};

export const fitsType = (type: LibraryParameterType, text: string): boolean =>
  text.length <= kinds[type].longest && kinds[type].pattern.test(text.trim());
