import { piecesOf } from '../copy.ts';
import { firstMatch, isIn, sentencesOf } from '../words/match.ts';
import { pressure, threatenedLoss } from '../words/alarm.ts';
import type { LintRule } from '../rule.ts';

export const phishingUrgency: LintRule = {
  code: 'phishing_urgency',
  severity: 'risk',
  explanation: {
    en: 'A threatened loss together with haste or a link is how fraud writes. People report such messages, and quality falls.',
    hi: 'नुकसान का डर और जल्दबाज़ी या लिंक, ठग ऐसे ही लिखते हैं। लोग ऐसे संदेश रिपोर्ट करते हैं और क्वालिटी गिरती है।',
  },
  fix: {
    en: 'Say calmly what has to be done by which date and where in your app, without a link to sign in.',
    hi: 'शांति से लिखें कि किस तारीख़ तक क्या करना है और ऐप में कहाँ, लॉगिन का लिंक दिए बिना।',
  },
  finds: (copy) =>
    piecesOf(copy, 'header', 'body').flatMap(({ path, text }) => {
      const loss = sentencesOf(text).find((each) => isIn(each, threatenedLoss) && !isIn(each, reassuring));
      if (loss === undefined) return [];
      const hasLink = copy.buttons.some(({ url }) => url !== null) || /https?:\/\/|www\./i.test(text);
      const excerpt = firstMatch(loss, threatenedLoss)!;
      return isIn(text, pressure) || hasLink ? [{ path, excerpt }] : [];
    }),
};

/** Fraud warnings, and what the customer asked for, speak of blocking too. */
const reassuring = [
  /\b(as (you )?requested|you (have )?(asked|requested)|at your request|never|successfully|fraud(sters)?|has been (un)?blocked for your safety)\b/i,
  /(आपके अनुरोध|आपके कहने|कभी नहीं|ठग|धोखेबाज़)/,
];
