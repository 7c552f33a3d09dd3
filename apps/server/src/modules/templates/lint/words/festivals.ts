/** Days of mourning or fasting that nobody is congratulated on. */
export const solemn: readonly RegExp[] = [
  /\b(happy|celebrate|cheers|party|enjoy|festive)\b.{0,20}\b(muharram|ashura|good friday|karbala|shraddh?|pitru? paksha|martyrs[’']? day|republic day martyrs|26\/11)\b/i,
  /\b(muharram|ashura|good friday|shraddh?|pitru? paksha|martyrs[’']? day)\b.{0,30}\b(sale|offers?|discount|dhamaka|party|celebrations?|off)\b/i,
  /(मुहर्रम|आशूरा|गुड फ़्राइडे|गुड फ्राइडे|श्राद्ध|पितृ ?पक्ष|शहीद दिवस).{0,30}(मुबारक|शुभकामना|बधाई|सेल|ऑफ़र|ऑफर|छूट|धमाका)/,
  /(शुभ|हैप्पी) (मुहर्रम|गुड फ़्राइडे|गुड फ्राइडे|श्राद्ध|पितृ ?पक्ष)/,
];

interface Named {
  name: RegExp;
  /** Months in which it can be, by number. */
  months: readonly number[];
}

const festivals: readonly Named[] = [
  { name: /\b(diwali|deepavali)\b|दिवाली|दीवाली|दीपावली/i, months: [10, 11] },
  { name: /\bholi\b|होली/i, months: [2, 3] },
  { name: /\beid\b|ईद/i, months: [2, 3, 4, 5, 6] },
  { name: /\bchristmas\b|क्रिसमस/i, months: [12] },
  { name: /\b(pongal|makar sankranti)\b|पोंगल|मकर संक्रांति/i, months: [1] },
  { name: /\bonam\b|ओणम/i, months: [8, 9] },
  { name: /\bdurga puja\b|दुर्गा पूजा/i, months: [9, 10] },
  { name: /\b(raksha bandhan|rakhi)\b|रक्षाबंधन|रक्षा बंधन|राखी/i, months: [8] },
  { name: /\bindependence day\b|स्वतंत्रता दिवस/i, months: [8] },
  { name: /\brepublic day\b|गणतंत्र दिवस/i, months: [1] },
  { name: /\b(ganesh chaturthi|ganeshotsav)\b|गणेश चतुर्थी/i, months: [8, 9] },
  { name: /\bnavratri\b|नवरात्रि/i, months: [3, 4, 9, 10] },
];

const months: readonly RegExp[] = [
  /\b\d{1,2} jan(uary)?\b|\bjan(uary)? \d{1,2}\b|\d जनवरी/i,
  /\b\d{1,2} feb(ruary)?\b|\bfeb(ruary)? \d{1,2}\b|\d फ़?फ?रवरी/i,
  /\b\d{1,2} mar(ch)?\b|\bmar(ch)? \d{1,2}\b|\d मार्च/i,
  /\b\d{1,2} apr(il)?\b|\bapr(il)? \d{1,2}\b|\d अप्रैल/i,
  /\b\d{1,2} may\b|\bmay \d{1,2}\b|\d मई/i,
  /\b\d{1,2} june?\b|\bjune? \d{1,2}\b|\d जून/i,
  /\b\d{1,2} july?\b|\bjuly? \d{1,2}\b|\d जुलाई/i,
  /\b\d{1,2} aug(ust)?\b|\baug(ust)? \d{1,2}\b|\d अगस्त/i,
  /\b\d{1,2} sept?(ember)?\b|\bsept?(ember)? \d{1,2}\b|\d सितंबर/i,
  /\b\d{1,2} oct(ober)?\b|\boct(ober)? \d{1,2}\b|\d अक्टूबर/i,
  /\b\d{1,2} nov(ember)?\b|\bnov(ember)? \d{1,2}\b|\d नवंबर/i,
  /\b\d{1,2} dec(ember)?\b|\bdec(ember)? \d{1,2}\b|\d दिसंबर/i,
];

/** Seasons that are sold for together: a text may name both. */
const together = [
  [0, 11],
  [0, 6],
  [11, 6],
  [7, 8],
];

/** Words that show two festivals wished at once, or one in a month in which it never is. */
export function outOfPlace(text: string): string | null {
  const named = festivals.flatMap(({ name }, at) => {
    const found = name.exec(text)?.[0];
    return found === undefined ? [] : [{ at, found }];
  });
  const [first, second] = named;
  if (first === undefined) return null;
  if (second !== undefined) {
    const belong = together.some((pair) => pair.includes(first.at) && pair.includes(second.at));
    return belong ? null : `${first.found}, ${second.found}`;
  }
  const dated = months.findIndex((month) => month.test(text)) + 1;
  if (dated === 0 || festivals[first.at]!.months.some((month) => near(month, dated))) return null;
  return `${first.found}, ${months[dated - 1]!.exec(text)![0]}`;
}

/** An order before a festival may be asked for the month before; offers may end in the month after. */
const near = (month: number, dated: number): boolean => [0, 1, 11].includes(Math.abs(month - dated));
