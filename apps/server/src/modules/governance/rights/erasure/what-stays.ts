/** What an erasure leaves, with the reason; the same words for the preview and the certificate. */
export interface Kept {
  what: string;
  words: { en: string; hi: string };
}

export const keptAlways: readonly Kept[] = [
  {
    what: 'messages',
    words: {
      en: 'That messages were exchanged, when, and what they cost: rows without words, files, names or numbers, for invoices and the one-year log that the law asks for.',
      hi: 'यह कि संदेश कब आए-गए और उनका ख़र्च क्या था: बिना शब्द, फ़ाइल, नाम या नंबर की पंक्तियाँ — बिल और क़ानून में माँगे गए एक साल के लॉग के लिए।',
    },
  },
  {
    what: 'consent_entries',
    words: {
      en: 'Entries of the consent ledger, whose personal details and salts are gone: they prove that what was sent was allowed.',
      hi: 'सहमति के बहीखाते की प्रविष्टियाँ, जिनके निजी ब्योरे और सॉल्ट मिट चुके हैं: वे साबित करती हैं कि जो भेजा गया, उसकी अनुमति थी।',
    },
  },
  {
    what: 'erased_identities',
    words: {
      en: 'A keyed hash of each number and id, from which they cannot be read: it keeps their “no” in force if somebody imports them again.',
      hi: 'हर नंबर और आईडी का कुंजी वाला हैश, जिससे उन्हें पढ़ा नहीं जा सकता: कोई उन्हें फिर से आयात करे, तो भी उनका “नहीं” लागू रहे।',
    },
  },
  {
    what: 'certificate',
    words: {
      en: 'This request, its steps and the certificate, without what they wrote.',
      hi: 'यह अनुरोध, इसके क़दम और प्रमाणपत्र — उनके लिखे शब्दों के बिना।',
    },
  },
];

export const keptInBackups = (days: number): Kept => ({
  what: 'backups',
  words: {
    en: `Backups that were made before: they cannot be changed, and are to be deleted within ${days} days. After a restore the erasure has to be done again.`,
    hi: `पहले बनाए गए बैकअप: उन्हें बदला नहीं जा सकता, और वे ${days} दिनों में मिटा दिए जाने हैं। बैकअप लौटाने पर मिटाना फिर से करना होगा।`,
  },
});

export const keptByMeta: Kept = {
  what: 'whatsapp',
  words: {
    en: 'What lies on their phone and at WhatsApp, which is not in this program.',
    hi: 'जो उनके फ़ोन पर और WhatsApp के पास है — वह इस प्रोग्राम में नहीं है।',
  },
};
