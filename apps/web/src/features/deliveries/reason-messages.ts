import { defineMessages } from '../../i18n/define-messages.ts';

/** Why something was parked: in a few words, what happened, and what to do. */
export const reasonMessages = defineMessages('park-reasons', {
  en: {
    not_utf8: 'Not readable as text',
    'not_utf8.happened':
      'The bytes are no text (UTF-8), so nothing in them can be told apart. WhatsApp never sends this.',
    'not_utf8.next':
      'Look at the bytes: something between Meta and this server may change what passes through it. Then discard it.',
    not_json: 'Broken off or not JSON',
    'not_json.happened': 'The text is not JSON, so nothing in it can be told apart.',
    'not_json.next':
      'If it ends in the middle, something on the way cut it off: Meta delivers it again by itself. Then discard it.',
    too_deep: 'Nested too deep',
    'too_deep.happened':
      'It nests deeper than anything Meta sends. It was signed with the secret of your app all the same.',
    'too_deep.next':
      'Find out which program signs with your app secret. If none should, change the secret, and discard this.',
    too_large: 'Too large',
    'too_large.happened': 'It is larger than anything Meta sends.',
    'too_large.next':
      'Find out which program signs with your app secret. If none should, change the secret, and discard this.',
    too_many: 'Too much in one',
    'too_many.happened': 'It holds more than Meta puts into one delivery.',
    'too_many.next':
      'Find out which program signs with your app secret. If none should, change the secret, and discard this.',
    not_a_delivery: 'Not a delivery of WhatsApp’s',
    'not_a_delivery.happened': 'It is JSON, but has not the form of what WhatsApp delivers.',
    'not_a_delivery.next':
      'The app may be subscribed to something other than WhatsApp: end that at Meta. Then discard it.',
    unknown_number: 'A number that is not connected',
    'unknown_number.happened':
      'It is about a number or an account that is not connected here. What was about your other numbers has been taken in.',
    'unknown_number.next':
      'Connect the number, and this is taken in by itself. If it is not yours, discard it.',
    other_app: 'Signed by another app',
    'other_app.happened':
      'It is about a number that is connected here through another app than the one that signed it, so it is not believed.',
    'other_app.next':
      'If both apps are yours, connect the number through the one that should deliver, and this is taken in by itself. Otherwise discard it.',
    not_stored: 'The database refused it',
    'not_stored.happened': 'It was understood, but the database refused what is in it.',
    'not_stored.next':
      'Try it again. If it is refused again, send us its id and the code; it waits here until a new version can take it in.',
    failed: 'A fault of Trikon’s',
    'failed.happened':
      'Taking it in failed because of a fault in the program. Nothing of it was done by halves.',
    'failed.next':
      'Try it again after the next update, and send us its id. Nothing is lost while it waits here.',
    broke_off: 'The program ended over it',
    'broke_off.happened':
      'The program ended three times while it was taking this in: it was out of memory, or was stopped.',
    'broke_off.next':
      'If the server was restarted meanwhile, try it again. If it ends the program once more, send us its id.',
    other: 'Another reason',
    'other.happened': 'The server gives a reason that this page does not know yet.',
    'other.next': 'Load the page anew, or look at the delivery itself.',
  },
  hi: {
    not_utf8: 'लिखावट के रूप में नहीं पढ़ा जा सका',
    'not_utf8.happened':
      'ये बाइट लिखावट (UTF-8) नहीं हैं, इसलिए इनमें कुछ पहचाना नहीं जा सकता। WhatsApp ऐसा कभी नहीं भेजता।',
    'not_utf8.next': 'बाइट देखें: शायद Meta और इस सर्वर के बीच कुछ है जो चीज़ों को बदल देता है। फिर इसे हटा दें।',
    not_json: 'अधूरा, या JSON नहीं',
    'not_json.happened': 'यह लिखावट JSON नहीं है, इसलिए इसमें कुछ पहचाना नहीं जा सकता।',
    'not_json.next': 'अगर यह बीच में टूटता है तो रास्ते में कुछ ने काटा है: Meta इसे ख़ुद फिर भेजता है। फिर इसे हटा दें।',
    too_deep: 'बहुत गहरा',
    'too_deep.happened': 'यह Meta की किसी भी चीज़ से ज़्यादा गहरा है। फिर भी इस पर आपके ऐप के सीक्रेट से दस्तख़त थे।',
    'too_deep.next':
      'पता करें कि कौन सा प्रोग्राम आपके ऐप सीक्रेट से दस्तख़त करता है। कोई नहीं करना चाहिए तो सीक्रेट बदलें, और इसे हटा दें।',
    too_large: 'बहुत बड़ा',
    'too_large.happened': 'यह Meta की किसी भी चीज़ से बड़ा है।',
    'too_large.next':
      'पता करें कि कौन सा प्रोग्राम आपके ऐप सीक्रेट से दस्तख़त करता है। कोई नहीं करना चाहिए तो सीक्रेट बदलें, और इसे हटा दें।',
    too_many: 'एक में बहुत कुछ',
    'too_many.happened': 'Meta एक बार में जितना भेजता है, इसमें उससे ज़्यादा है।',
    'too_many.next':
      'पता करें कि कौन सा प्रोग्राम आपके ऐप सीक्रेट से दस्तख़त करता है। कोई नहीं करना चाहिए तो सीक्रेट बदलें, और इसे हटा दें।',
    not_a_delivery: 'WhatsApp की भेजी चीज़ नहीं',
    'not_a_delivery.happened': 'यह JSON है, पर इसका रूप वैसा नहीं जैसा WhatsApp भेजता है।',
    'not_a_delivery.next':
      'शायद ऐप ने WhatsApp के अलावा किसी और चीज़ की सदस्यता ली है: Meta पर उसे बंद करें। फिर इसे हटा दें।',
    unknown_number: 'नंबर जो जुड़ा नहीं है',
    'unknown_number.happened':
      'यह ऐसे नंबर या अकाउंट के बारे में है जो यहाँ जुड़ा नहीं। इसमें आपके दूसरे नंबरों का जो था, वह ले लिया गया।',
    'unknown_number.next': 'नंबर जोड़ें, यह अपने आप ले लिया जाएगा। अगर वह आपका नहीं, तो इसे हटा दें।',
    other_app: 'किसी और ऐप के दस्तख़त',
    'other_app.happened':
      'यह ऐसे नंबर के बारे में है जो यहाँ किसी और ऐप से जुड़ा है, दस्तख़त करने वाले ऐप से नहीं; इसलिए इस पर भरोसा नहीं किया गया।',
    'other_app.next':
      'दोनों ऐप आपके हैं तो नंबर उस ऐप से जोड़ें जिसे भेजना चाहिए, यह अपने आप ले लिया जाएगा। नहीं तो इसे हटा दें।',
    not_stored: 'डेटाबेस ने मना किया',
    'not_stored.happened': 'यह समझ में आया, पर इसमें जो है उसे डेटाबेस ने नहीं लिया।',
    'not_stored.next': 'फिर कोशिश करें। दोबारा मना हो तो इसकी संख्या और कोड हमें भेजें; नया संस्करण आने तक यह यहीं रहेगा।',
    failed: 'Trikon की ग़लती',
    'failed.happened': 'प्रोग्राम की ग़लती से इसे लिया नहीं जा सका। इसका कुछ भी अधूरा नहीं हुआ।',
    'failed.next': 'अगले अपडेट के बाद फिर कोशिश करें, और इसकी संख्या हमें भेजें। यहाँ रहते कुछ नहीं खोता।',
    broke_off: 'इस पर प्रोग्राम बंद हो गया',
    'broke_off.happened': 'इसे लेते हुए प्रोग्राम तीन बार बंद हुआ: मेमोरी ख़त्म हुई, या उसे रोका गया।',
    'broke_off.next': 'इस बीच सर्वर फिर शुरू किया गया था तो फिर कोशिश करें। प्रोग्राम फिर बंद हो तो इसकी संख्या हमें भेजें।',
    other: 'कोई और कारण',
    'other.happened': 'सर्वर ने ऐसा कारण बताया जो यह पेज अभी नहीं जानता।',
    'other.next': 'पेज फिर से खोलें, या ख़ुद उस खेप को देखें।',
  },
});
