import { defineMessages } from '../i18n/define-messages.ts';

/** What can go wrong with any request, in the person's language; the server's own sentence is kept for the rest. */
export const problemMessages = defineMessages('problems', {
  en: {
    unreachable:
      'The server cannot be reached. Check your connection and try again; what you typed stays here.',
    unavailable:
      'The server is up but its database is not. It usually returns within a minute; what you typed stays here.',
    rate_limited: 'Too many tries. Wait a minute, then try again.',
    internal: 'Something broke on the server. It was recorded with the reference {reference}.',
    session_not_fresh: 'For this, sign in again first: it has been more than a day.',
    origin_refused: 'Open Trikon at its own address and try again.',
    too_small: 'This is too short.',
    too_big: 'This is too long.',
    invalid_format: 'This does not look right.',
    forbidden: 'Your role does not allow this.',
    last_owner: 'This is the last owner. Make someone else an owner first.',
    not_found: 'It is not there any more. Someone may have removed it meanwhile.',
    conflict: 'Something that exists already stands in the way.',
    already_invited: 'This address is invited already.',
    already_member: 'This person belongs to the workspace already.',
    taken: 'Another one has this name already.',
    invalid_password: 'This is not your password.',
    password_compromised: 'This password is known from a leak. Choose another.',
  },
  hi: {
    unreachable: 'सर्वर तक पहुँच नहीं पा रहे। इंटरनेट देखकर फिर कोशिश करें; आपका लिखा यहीं रहेगा।',
    unavailable: 'सर्वर चल रहा है, पर उसका डेटाबेस नहीं। आम तौर पर एक मिनट में लौट आता है; आपका लिखा यहीं रहेगा।',
    rate_limited: 'बहुत बार कोशिश हो गई। एक मिनट रुककर फिर करें।',
    internal: 'सर्वर पर कुछ टूट गया। इसे {reference} के नाम से लिख लिया गया है।',
    session_not_fresh: 'इसके लिए पहले फिर से साइन इन करें: एक दिन से ज़्यादा हो गया है।',
    origin_refused: 'Trikon को उसके अपने पते पर खोलकर फिर कोशिश करें।',
    too_small: 'यह बहुत छोटा है।',
    too_big: 'यह बहुत लंबा है।',
    invalid_format: 'यह ठीक नहीं लगता।',
    forbidden: 'आपकी भूमिका में इसकी अनुमति नहीं है।',
    last_owner: 'यह आख़िरी मालिक है। पहले किसी और को मालिक बनाएँ।',
    not_found: 'यह अब यहाँ नहीं है। शायद इस बीच किसी ने हटा दिया।',
    conflict: 'ऐसा कुछ पहले से मौजूद है, इसलिए यह नहीं हो सकता।',
    already_invited: 'इस पते पर न्योता पहले ही जा चुका है।',
    already_member: 'यह व्यक्ति पहले से इस वर्कस्पेस में है।',
    taken: 'इस नाम का एक और पहले से है।',
    invalid_password: 'यह आपका पासवर्ड नहीं है।',
    password_compromised: 'यह पासवर्ड कहीं लीक हो चुका है। दूसरा चुनें।',
  },
});

/** What a form says as a field is left. */
export const checkMessages = defineMessages('checks', {
  en: {
    required: 'Fill this in.',
    long: 'Use at most {most} characters.',
    email: 'Write the whole address, such as meera@suratsilks.in.',
    password: 'Use at least 12 characters.',
  },
  hi: {
    required: 'इसे भरें।',
    long: 'ज़्यादा से ज़्यादा {most} अक्षर लिखें।',
    email: 'पूरा पता लिखें, जैसे meera@suratsilks.in',
    password: 'कम से कम 12 अक्षर रखें।',
  },
});
