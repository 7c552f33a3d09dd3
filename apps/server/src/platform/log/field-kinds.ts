/**
 * What a field's name says about its value. A name is the only thing that tells a message body from any other
 * text, so the lists lean towards hiding: a log line that lost a word can be read again, a leaked one cannot be unread.
 */
export type FieldKind = 'open' | 'secret' | 'content' | 'phone' | 'code' | 'address';

const SECRET_NAMES = new Set(
  words(
    'password passwd pwd passphrase secret token authorization cookie setcookie otp pin totp cvv cvc ' +
      'card cardnumber pan aadhaar aadhar apikey key privatekey masterkey credential credentials ' +
      'session sessionid csrf passcode onetimecode verificationcode recoverycode recoverycodes ' +
      'backupcodes ssn passport dsn databaseurl',
  ),
);
const SECRET_ENDINGS =
  /(?:token|secret|password|passphrase|passcode|apikey|privatekey|masterkey|authorization|cookie|otp|credentials?)$/;

const CONTENT_NAMES = new Set(
  words(
    'text body caption message messages content title subject note notes comment footer header quote ' +
      'quoted reply snippet preview html markdown prompt transcript parameters params variables payload ' +
      'headers query rawbody address street latitude longitude location birthday dob name email emails ' +
      'username vcard contacts profile firstname lastname bindings detail hint where',
  ),
);

/** Names of things, not of people. Every other `…name` is taken for a person's, a shop's or a file's. */
const NAMES_OF_THINGS =
  /^(?:host|server|path|table|column|constraint|template|event|type|class|method|function|job|task|queue|role|database|module|app|span|schema|metric|cache|lane|step|consumer)name$/;

const PHONE_NAMES = new Set(
  words(
    'phone phones phonenumber mobile msisdn waid from to recipient recipientid sender ' +
      'displayphonenumber whatsapp tel telephone callerid contact',
  ),
);
const ADDRESS_NAMES = new Set(words('url href uri link path originalurl callback referrer'));

// Names may come from a tenant's custom fields, so the memory is bounded.
const known = new Map<string, FieldKind>();
const MOST_NAMES_REMEMBERED = 2_000;

export function fieldKind(name: string): FieldKind {
  const remembered = known.get(name);
  if (remembered !== undefined) return remembered;
  const kind = classify(name.replace(/[^a-z0-9]/gi, '').toLowerCase());
  if (known.size < MOST_NAMES_REMEMBERED) known.set(name, kind);
  return kind;
}

function classify(name: string): FieldKind {
  if (SECRET_NAMES.has(name) || SECRET_ENDINGS.test(name)) return 'secret';
  if (ADDRESS_NAMES.has(name) || name.endsWith('url')) return 'address';
  if (CONTENT_NAMES.has(name)) return 'content';
  if (name.endsWith('name') && !NAMES_OF_THINGS.test(name)) return 'content';
  if (PHONE_NAMES.has(name) || name.endsWith('phone')) return 'phone';
  return name === 'code' ? 'code' : 'open';
}

function words(list: string): string[] {
  return list.split(' ');
}
