/** What can be wrong with a ledger, in words. Codes never change. */
export const findingWords = {
  entry_changed: {
    en: 'What this entry says is not what was sealed.',
    hi: 'इस प्रविष्टि में जो लिखा है वह वैसा नहीं है जैसा मुहर लगते समय था।',
  },
  entry_missing: {
    en: 'An entry that was recorded is gone.',
    hi: 'दर्ज की गई एक प्रविष्टि ग़ायब है।',
  },
  place_missing: {
    en: 'Places in the chain before this one are gone.',
    hi: 'शृंखला में इससे पहले के स्थान ग़ायब हैं।',
  },
  entry_unknown: {
    en: 'This entry did not come in by the program: it neither has a place in the chain nor waits for one.',
    hi: 'यह प्रविष्टि प्रोग्राम से नहीं आई: शृंखला में न इसका स्थान है, न यह स्थान की प्रतीक्षा में है।',
  },
  sealed_twice: {
    en: 'This entry has a place in the chain and waits for another one.',
    hi: 'इस प्रविष्टि का शृंखला में स्थान है, फिर भी यह दूसरे की प्रतीक्षा में है।',
  },
  details_changed: {
    en: 'The evidence of this entry is not what was sealed.',
    hi: 'इस प्रविष्टि का प्रमाण वैसा नहीं है जैसा मुहर लगते समय था।',
  },
  details_missing: {
    en: 'The evidence of this entry is gone, and no erasure was recorded.',
    hi: 'इस प्रविष्टि का प्रमाण ग़ायब है, और मिटाने का कोई लेखा नहीं है।',
  },
  details_added: {
    en: 'Evidence was put to an entry that was recorded without it.',
    hi: 'बिना प्रमाण के दर्ज प्रविष्टि में बाद में प्रमाण जोड़ा गया।',
  },
  end_wrong: {
    en: 'The ledger does not end where its last seal said.',
    hi: 'बही वहाँ समाप्त नहीं होती जहाँ उसकी आख़िरी मुहर थी।',
  },
  end_cut: {
    en: 'A signed checkpoint knows more entries than there are: the end of the ledger was cut off.',
    hi: 'हस्ताक्षरित जाँच-बिंदु में इससे अधिक प्रविष्टियाँ हैं: बही का अंत काट दिया गया है।',
  },
  rewritten: {
    en: 'The ledger up to here is not the one that a signed checkpoint knows: it was written anew.',
    hi: 'यहाँ तक की बही वह नहीं है जो हस्ताक्षरित जाँच-बिंदु में है: इसे फिर से लिखा गया है।',
  },
  checkpoint_forged: {
    en: 'A checkpoint does not carry the signature of this installation.',
    hi: 'एक जाँच-बिंदु पर इस इंस्टॉलेशन के हस्ताक्षर नहीं हैं।',
  },
  checkpoint_lost: {
    en: 'A checkpoint is in only one of the two places where it was written.',
    hi: 'एक जाँच-बिंदु अपने दो स्थानों में से केवल एक में है।',
  },
  notice_changed: {
    en: 'The words of an approved notice are not those that people agreed to.',
    hi: 'मंज़ूर सूचना के शब्द वे नहीं हैं जिन पर लोगों ने सहमति दी थी।',
  },
  state_wrong: {
    en: 'What follows from the entries of a contact is not what is kept as their state.',
    hi: 'संपर्क की प्रविष्टियों से जो निकलता है वह उसकी रखी हुई स्थिति से मेल नहीं खाता।',
  },
} as const;

export type FindingCode = keyof typeof findingWords;

export interface Finding {
  code: FindingCode;
  /** Its place in the chain, where it has one. */
  seq: number | null;
  /** The entry, the notice or the contact that it is about. */
  about: string | null;
}

const mostKept = 100;

/** Counts all and keeps the first, so that a ledger that is wrong throughout does not fill the memory. */
export class Findings {
  count = 0;
  readonly first: Finding[] = [];

  add(code: FindingCode, seq: number | null = null, about: string | null = null): void {
    this.count++;
    if (this.first.length < mostKept) this.first.push({ code, seq, about });
  }
}
