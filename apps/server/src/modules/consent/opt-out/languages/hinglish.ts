import type { WishWords } from '../wish-words.ts';

const messages =
  '(message|messages|msg|msgs|mesage|messege|massage|mssg|sms|masege|massege|whatsapp|whatsapp message|whatsapp msg|sandesh|update|updates|notification|spam)';
const offers =
  '(offer|offers|offer message|offer msg|offer wale message|offer wale msg|offer ke message|offer ke msg|promotion|promotions|promotional message|promotional msg|promotion wale message|promotion ke msg|promo|promo msg|marketing|marketing message|marketing wale msg|ad|ads|add|adds|advertisement|vigyapan|prachar)';
const close = '(band|bnd|bandh|bund|stop|unsubscribe|of)';
const doIt =
  '(karo|kro|kr|kar|kare|karen|karein|kijiye|kijie|kariye|karie|karna|krna|kardo|krdo|kar do|kr do|kar de|kr de|kar den|kar dein|kardijiye|kar dijiye|kr dijiye|krdijiye|karwa do|kara do|karwado|karo na|kar do na|kar do yaar|kijye)';
const dont = '(mat|mt|mut|na|naa|nahi|nai|nhi|mat hi)';
const send =
  '(bhejo|bhej|bhejiye|bhejie|bhejna|bheje|bhejen|bhejein|bejo|bhjo|bheja karo|bheja kro|send karo|send kro|send karna|send kijiye|send kare|karo|kro|karna|krna|kare)';
const whose =
  '[ye|yeh|ye sab|yeh sab|aise|is tarah ke|apne|apna|sare|saare|sabhi|sab|aur|koi|koi bhi|aage se|age se|ab|aap|ap|aap log|mere number pe|mere number par|is number pe|is number par|hame|hamein|hume|mujhe|mujko|muje|mujhko]';

export const hinglish: WishWords = {
  language: 'hi-Latn',
  stop: [
    `[ye|yeh|ise|isko|isse|ye sab|yeh sab|ab] ${close} ${doIt}`,
    `${whose} ${whose} ${messages} ${close} [${doIt.slice(1, -1)}]`,
    `${whose} ${whose} ${messages} ${dont} ${send}`,
    `${whose} ${whose} ${messages} (bhejna|bejna|bhejne|karna|krna|ana|aana|send karna) ${close} [${doIt.slice(1, -1)}|ho]`,
    `${close} ${doIt} [ye|yeh|ye sab|yeh sab|apne|sare|ab] ${messages}`,
    `${dont} ${send} ${whose} ${messages}`,
    '[ab|aage se|aur|hume|mujhe|muje|kuch bhi|kuch|ab se] (mat|mt|na) (bhejo|bhej|bhejiye|bhejna|bheje|bhejen|bheja karo|bhejo yaar)',
    '[ab|aage se] (bhejna|bejna) (band|bandh|bnd) [karo|kro|kar do|kardo|kare|karen|kijiye|kr do]',
    `${whose} ${whose} ${messages} (nahi chahiye|nahin chahiye|nai chahiye|nhi chahiye|nahi chaiye|nhi chaiye|nahi chahie|roko|rok do|rokiye|rokdo)`,
    '(mera|mere) (number|no|nmbr) (hata do|hatao|hatado|hata dijiye|delete karo|delete kar do|delete kardo|remove karo|remove kar do|nikal do|nikalo)',
    '(mujhe|muje) (hata do|list se hatao|list se hata do|remove karo|unsubscribe karo|unsubscribe kar do)',
    '[mujhe] (pareshan|disturb|tang) (mat|mt|na) (karo|kro|kijiye|kare|karen)',
  ],
  start: [
    `(shuru|suru|shru|chalu|chaalu|start|resume) ${doIt}`,
    `[phir se|fir se|wapas|vapas|dobara|dubara] [mujhe] ${messages} (shuru|suru|chalu|start) ${doIt}`,
    `(phir se|fir se|wapas|vapas|dobara|dubara) (shuru|suru|chalu|start|subscribe) [${doIt.slice(1, -1)}]`,
    `(phir se|fir se|wapas|vapas|dobara|dubara) ${messages} (bhejo|bhejna|bhejiye|bheje)`,
  ],
  stopPromotions: [
    `${whose} ${whose} ${offers} ${close} [${doIt.slice(1, -1)}]`,
    `${whose} ${whose} ${offers} ${dont} (bhejo|bhej|bhejiye|bhejna|bheje|bhejen|send karo|send kro)`,
    `${whose} ${whose} ${offers} (bhejna|ana) ${close} ${doIt}`,
    `${whose} ${whose} ${offers} (nahi chahiye|nhi chahiye|nahi chaiye|nai chahiye)`,
  ],
  around: [
    '(please|plz|pls|plij|pliz|kripya|kripaya|krupya|sir|sir ji|sirji|bhai|bhaiya|bhaiyya|madam|ji|are|arre|yaar|yar|namaste|ok|haan|bas|bus|dear|bhai saab|bhaisahab)',
    '(thanks|thank you|dhanyavad|dhanyawad|shukriya|turant|abhi|aaj se|ab se|hamesha ke liye|jaldi|ab|kya yaar)',
  ],
  asking: ['(kya aap|aap)'],
};
