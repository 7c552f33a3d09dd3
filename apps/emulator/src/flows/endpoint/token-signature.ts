import { createHmac } from 'node:crypto';

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A JWT by which the endpoint can tell that the token came from Meta; Flow JSON 7.3 and Data API 4.0 on. */
export function signFlowToken(token: string, appSecret: string): string {
  const content = `${encoded({ alg: 'HS256' })}.${encoded({ flow_token: token })}`;
  return `${content}.${createHmac('sha256', appSecret).update(content).digest('base64url')}`;
}
