export const ruleNames = [
  'quality_red',
  'quality_yellow',
  'failures',
  'opt_outs',
  'blocks',
  'read_drop',
  'recategorised',
  'ramp',
] as const;
export type RuleName = (typeof ruleNames)[number];
export type RuleAction = 'pause' | 'throttle' | 'rotate' | 'review';

export interface RuleSetting {
  enabled: boolean;
  action: RuleAction;
  /** A share in percent: of what was sent or delivered, or of its own past. */
  percent: number;
  /** Of fewer nothing is concluded. */
  minimum: number;
  /** What a throttled template may send in a day. */
  dailyMost: number;
  /** Of the ramp: so many a day at first, then so many. */
  steps: number[];
}

export interface RuleText {
  name: { en: string; hi: string };
  sentence: { en: string; hi: string };
}

const usual = { enabled: true, percent: 0, minimum: 0, dailyMost: 1000, steps: [] as number[] };

/** What every workspace begins with: careful, and nothing stops for good without a person seeing why. */
export const usualRules: Readonly<Record<RuleName, RuleSetting>> = {
  quality_red: { ...usual, action: 'pause' },
  quality_yellow: { ...usual, action: 'throttle' },
  failures: { ...usual, action: 'review', percent: 15, minimum: 200 },
  opt_outs: { ...usual, action: 'pause', percent: 3, minimum: 200 },
  blocks: { ...usual, action: 'pause', percent: 2, minimum: 200 },
  read_drop: { ...usual, action: 'review', percent: 60, minimum: 200 },
  recategorised: { ...usual, action: 'pause' },
  ramp: { ...usual, action: 'throttle', percent: 10, minimum: 50, steps: [1000, 5000, 25_000] },
};

export const ruleTexts: Readonly<Record<RuleName, RuleText>> = {
  quality_red: {
    name: { en: 'Quality is red', hi: 'गुणवत्ता लाल है' },
    sentence: {
      en: 'WhatsApp calls the template’s quality low: people block or report it.',
      hi: 'WhatsApp के अनुसार टेम्पलेट की गुणवत्ता कम है: लोग इसे ब्लॉक या रिपोर्ट कर रहे हैं।',
    },
  },
  quality_yellow: {
    name: { en: 'Quality is yellow', hi: 'गुणवत्ता पीली है' },
    sentence: {
      en: 'WhatsApp calls the template’s quality medium. The next step down is red.',
      hi: 'WhatsApp के अनुसार टेम्पलेट की गुणवत्ता मध्यम है। इसके नीचे लाल है।',
    },
  },
  failures: {
    name: { en: 'Many fail', hi: 'बहुत से नहीं पहुँचते' },
    sentence: {
      en: 'More of the last seven days’ messages failed than the limit allows.',
      hi: 'पिछले सात दिनों के संदेशों में तय सीमा से ज़्यादा नहीं पहुँचे।',
    },
  },
  opt_outs: {
    name: { en: 'Many opt out', hi: 'बहुत से लोग मना करते हैं' },
    sentence: {
      en: 'More people than the limit asked to stop within 48 hours of the message.',
      hi: 'संदेश के 48 घंटों में तय सीमा से ज़्यादा लोगों ने रोकने को कहा।',
    },
  },
  blocks: {
    name: { en: 'Many seem to block', hi: 'बहुत से लोग ब्लॉक करते लगते हैं' },
    sentence: {
      en: 'More people than the limit could not be reached any more after this message.',
      hi: 'इस संदेश के बाद तय सीमा से ज़्यादा लोगों तक संदेश पहुँचना बंद हो गया।',
    },
  },
  read_drop: {
    name: { en: 'Read less than before', hi: 'पहले से कम पढ़ा जाता है' },
    sentence: {
      en: 'The last three days’ messages are read less than the given share of what was usual the month before.',
      hi: 'पिछले तीन दिनों के संदेश पिछले महीने के मुक़ाबले तय हिस्से से कम पढ़े गए।',
    },
  },
  recategorised: {
    name: { en: 'WhatsApp changes the category', hi: 'WhatsApp श्रेणी बदलता है' },
    sentence: {
      en: 'WhatsApp puts the template into another category, which changes its price and who may get it.',
      hi: 'WhatsApp टेम्पलेट को दूसरी श्रेणी में रखता है, जिससे दाम और पाने वाले बदल जाते हैं।',
    },
  },
  ramp: {
    name: { en: 'New versions begin slowly', hi: 'नए संस्करण धीरे शुरू होते हैं' },
    sentence: {
      en: 'A new marketing version goes to so many a day, and to more after each day without trouble.',
      hi: 'मार्केटिंग का नया संस्करण एक दिन में तय संख्या तक जाता है, और बिना परेशानी हर दिन के बाद ज़्यादा को।',
    },
  },
};
