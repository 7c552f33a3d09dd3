import type { RightsKind } from '../request-row.ts';

type Heard = 'access' | 'erasure' | 'correction' | 'grievance';

/** All that a message may say to be a request: inside of a sentence the same words may mean anything. */
const spoken: Record<'en' | 'hi', Record<Heard, readonly string[]>> = {
  en: {
    erasure: [
      'delete my data',
      'erase my data',
      'remove my data',
      'delete all my data',
      'delete my personal data',
      'delete my information',
      'delete my account and data',
      'forget me',
    ],
    access: [
      'send my data',
      'send me my data',
      'download my data',
      'give me my data',
      'show my data',
      'copy of my data',
      'what data do you have about me',
      'my data',
    ],
    correction: ['correct my data', 'change my data', 'my data is wrong', 'update my data'],
    grievance: ['data complaint', 'privacy complaint', 'complaint about my data'],
  },
  hi: {
    erasure: [
      'मेरा डेटा मिटाओ',
      'मेरा डेटा मिटा दो',
      'मेरा डेटा मिटाएं',
      'मेरा डेटा मिटाएँ',
      'मेरा डेटा हटाओ',
      'मेरा डेटा हटा दो',
      'मेरा डेटा हटाएं',
      'मेरा डेटा डिलीट करो',
      'मेरा डाटा मिटाओ',
      'मेरा डाटा डिलीट करो',
      'मेरी जानकारी मिटाओ',
      'मेरी जानकारी हटाओ',
      'mera data delete karo',
      'mera data delete kar do',
      'mera data mitao',
      'mera data mita do',
      'mera data hatao',
      'mera data hata do',
    ],
    access: [
      'मेरा डेटा भेजो',
      'मेरा डेटा भेजें',
      'मेरा डेटा दिखाओ',
      'मेरा डेटा दो',
      'मेरा डाटा भेजो',
      'mera data bhejo',
      'mera data dikhao',
      'mera data do',
    ],
    correction: [
      'मेरा डेटा सुधारो',
      'मेरा डेटा ठीक करो',
      'मेरी जानकारी सुधारो',
      'mera data theek karo',
      'mera data sudharo',
    ],
    grievance: ['डेटा की शिकायत', 'मेरे डेटा की शिकायत', 'data ki shikayat'],
  },
};

const polite = /^(?:please|pls|plz|kindly|कृपया|kripya) | (?:please|pls|plz|now|thanks|thank you|प्लीज|प्लीज़)$/u;

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** Letters with a dot below are written as one sign or as two. */
const said = (text: string): string => folded(text.normalize('NFC')).normalize('NFC');

const byWords = new Map(
  (['en', 'hi'] as const).flatMap((language) =>
    (Object.entries(spoken[language]) as [Heard, readonly string[]][]).flatMap(([kind, texts]) =>
      texts.map((text) => [said(text), { kind, language }] as const),
    ),
  ),
);

const longest = 60;

/** What somebody asks for about their data, if that is all that they say. */
export function askedIn(text: string): { kind: RightsKind; language: 'en' | 'hi' } | null {
  if (text.length > longest) return null;
  const words = said(text);
  return byWords.get(words) ?? byWords.get(words.replace(polite, '').replace(polite, '')) ?? null;
}

/** The code in the message that the public page has ready. */
export const codeIn = (text: string): string | null =>
  /\bDR-([2-9A-HJKMNP-TV-Z]{10})\b/i.exec(text)?.[1]?.toUpperCase() ?? null;
