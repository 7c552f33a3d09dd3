import type { WishExamples } from './wish-examples.ts';

export const wishesInEnglishAndHindi: WishExamples = {
  en: {
    stop: `
      STOP | stop | Stop. | stop! | STOP!!! | stopp | stoppp | STOOP | stp | sotp | S.T.O.P | s t o p | s-t-o-p | "STOP" | *STOP* | _stop_ | ~stop~
      🛑 STOP 🛑 | STOP 🙏 | stop 🙏🏽🙏🏽 | ＳＴＯＰ | STOP STOP | stop stop stop | stop it | Stop this | stop now | Please stop | pls stop | plz stop
      Stop please | kindly stop | STOP ALL | stopall | stop everything | ok stop | Hi, stop | Hello please stop | stop sir | stop it please | Stop thanks
      stop, thank you | STOP msg | stop message | stop messages | stop msgs | stop sms | stop texting me | Stop texting | stop messaging me | stop sending
      stop sending me messages | Please stop sending messages | pls stop sending msgs to me | stop sending these messages to this number | Stop all messages
      stop these messages | stop your messages | Stop WhatsApp messages | stop sending me whatsapp | stop updates | stop notifications
      stop contacting me | Stop disturbing me | stop spamming | stop spamming me | stop spam | STOP SPAM!! | stop bothering me
      unsubscribe | UNSUBSCRIBE | Unsubscribe me | unsubscribe please | please unsubscribe me | unsuscribe | unsubcribe | unsubscibe | un-subscribe | unsub
      unsubscribe all | opt out | opt-out | OPTOUT | Opt me out | I want to opt out | please opt me out
      Don't send me messages | dont send messages | Do not send messages | donot send msg | dnt send msg | don’t message me | Don't text me again
      do not contact me | please do not message me again | Don't send me any more messages | don't send me such messages | never message me again
      I don't want these messages | i dont want any messages | I do not want to receive messages | No more messages | no more msgs please
      remove me | Remove my number | remove me from your list | please remove my number from your list | take me off your list | delete my number | DND | start DND
      activate dnd | do not disturb | I want to stop receiving messages | I want to unsubscribe | Can you stop messaging me? | could you please stop sending messages?
      Will you stop sending me messages? | can you unsubscribe me? | how do i unsubscribe? | How to unsubscribe? | I withdraw my consent | withdraw consent
      stop\u200b | \u202Estop\u202C | STOP immediately | stop now please | I said stop | Please stop, I am not interested | ok ok stop | enough is enough, stop | bas stop`,
    start: `
      START | start | Start. | START! | unstop | UNSTOP | resume | subscribe | Subscribe me | resubscribe | re-subscribe | opt in | OPT-IN | opt me in | Start again
      please start | start please | resume messages | start messages | start sending messages again | subscribe again | send messages again | restart | strat | start 🙏`,
    stop_promotions: `
      Stop promotions | STOP PROMOTIONS | stop promo | STOP PROMO | stop offers | stop ads | stop marketing | Stop marketing messages | please stop promotions
      stop sending promotions | Stop sending me offers | stop promotional messages | no more offers | no more promotions please | don't send me offers | dont send ads
      Do not send promotional messages | I don't want promotional messages | i don't want offers | no promotions | no marketing | unsubscribe from promotions
      unsubscribe from marketing | opt out of marketing | opt out of promotions | stop all offers | stop your ads | stop newsletter | Not interested in offers
      only order updates | can you stop sending offers? | stop offers please 🙏`,
  },
  hi: {
    stop: `
      बंद करो | बंद करें | बन्द करो | बन्द करें | बंद | बंद कर दो | बंद कीजिए | बंद कीजिये | बँद करो | कृपया बंद करें | प्लीज बंद करो | बंद करो भाई | ये बंद करो | यह सब बंद करो | स्टॉप
      मैसेज बंद करो | मेसेज बंद करें | मैसेज बंद कर दो | मैसेज भेजना बंद करो | मैसेज भेजना बंद कीजिए | मुझे मैसेज भेजना बंद करें | मैसेज मत भेजो | मुझे मैसेज मत भेजो | मुझे मैसेज मत भेजिए
      मुझे और मैसेज मत भेजो | कृपया मुझे मैसेज न भेजें | ऐसे मैसेज मत भेजो | आगे से मैसेज मत भेजना | मत भेजो | मत भेजें | अब मत भेजो | मैसेज नहीं चाहिए | मुझे मैसेज नहीं चाहिए | कोई मैसेज नहीं चाहिए | संदेश न भेजें
      संदेश भेजना बंद करें | कृपया संदेश भेजना बंद करें | मेरा नंबर हटा दो | मेरा नंबर हटाओ | मेरा नंबर डिलीट कर दो | मुझे लिस्ट से हटाओ | परेशान मत करो | मुझे परेशान मत करो | तंग मत करो | अनसब्सक्राइब
      अनसब्सक्राइब करें | सदस्यता समाप्त करें | बंद करो। | बंद करो!!! | मैसेज रोक दो | मैसेज रोको | क्या आप मैसेज भेजना बंद करेंगे? | msg बंद करो`,
    start: `
      शुरू | शुरू करो | शुरू करें | शुरु करो | शुरु करें | चालू करो | चालू करें | चालू कर दो | फिर से शुरू करें | वापस चालू करो | मैसेज फिर से भेजो | फिर से मैसेज भेजो | दोबारा शुरू करें | स्टार्ट | कृपया शुरू करें
      फिर से मैसेज शुरू करें`,
    stop_promotions: `
      ऑफर बंद करो | ऑफर मैसेज बंद करो | ऑफर मत भेजो | मुझे ऑफर मत भेजो | विज्ञापन बंद करो | विज्ञापन मत भेजो | प्रचार बंद करें | प्रचार संदेश बंद करें | प्रमोशन बंद करो | ऑफर नहीं चाहिए | मुझे ऑफर नहीं चाहिए
      प्रमोशनल मैसेज मत भेजो | कृपया ऑफर भेजना बंद करें | ऑफ़र बंद करें`,
  },
  'hi-Latn': {
    stop: `
      band karo | Band karo! | bandh karo | band kro | bnd kro | band kar do | band kardo | band krdo | band kijiye | please band karo | ye band karo | yeh sab band karo | band karo bhai | band karo yaar
      message band karo | msg band karo | msg band kro | message band kar do | message bhejna band karo | msg bhejna band kro | msg bhejna band kar do | mujhe message bhejna band karo
      mat bhejo | mt bhejo | ab mat bhejo | mujhe mat bhejo | message mat bhejo | msg mat bhejo | msg mt bhejo | mujhe message mat bhejo | muje msg mat bhejo | mujhe msg mat bhejiye | aur message mat bhejo
      aise message mat bhejo | message na bhejo | message na bhejein | please message mat bhejo | msg mat karo | message mat karo | mujhe message mat karo | message nahi chahiye | msg nahi chahiye | msg nhi chahiye
      mujhe message nahi chahiye | koi message nahi chahiye | mera number hata do | mera number hatao | mera number delete kar do | mera no hata do | mujhe list se hatao | pareshan mat karo | mujhe pareshan mat karo
      disturb mat karo | tang mat karo | stop karo | stop kro | stop kar do | unsubscribe karo | unsubscribe kar do | message stop karo | bhejna band karo | bas band karo | sms band karo | kripya message band karein
      sir ji msg mat bhejo | bhaiya message mat bhejo please | mat bhejo msg | mat bhejo message | aap message band kar do`,
    start: `
      shuru karo | shuru karein | suru karo | chalu karo | chalu kar do | start karo | start kar do | phir se shuru karo | fir se chalu karo | wapas shuru karo | message chalu karo | msg chalu kar do
      phir se message bhejo | dobara shuru kijiye`,
    stop_promotions: `
      offer band karo | offers band karo | offer mat bhejo | mujhe offer mat bhejo | offer message band karo | offer wale message mat bhejo | promotion band karo | promotion mat bhejo | ads band karo | ad mat bhejo
      offer nahi chahiye | mujhe offer nahi chahiye | promotional message mat bhejo | marketing message band karo | vigyapan band karo`,
  },
};
