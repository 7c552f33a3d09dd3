import { whereSeen } from '../words/match.ts';
import { threats } from '../words/alarm.ts';
import type { LintRule } from '../rule.ts';

export const threat: LintRule = {
  code: 'threat',
  severity: 'blocks',
  explanation: {
    en: 'Threats of the law, the police or shame are abusive to WhatsApp, and in lending forbidden by the fair-practice rules of the RBI.',
    hi: 'क़ानून, पुलिस या बदनामी की धमकी WhatsApp की नज़र में अपमानजनक है, और कर्ज़ वसूली में RBI के नियमों से मना है।',
  },
  fix: {
    en: 'Say what is due and by when, how to pay, and whom to call with a difficulty.',
    hi: 'लिखें कि क्या और कब तक बाकी है, कैसे चुकाएँ, और दिक्कत हो तो किसे फ़ोन करें।',
  },
  finds: (copy) => whereSeen(copy.pieces, threats),
};
