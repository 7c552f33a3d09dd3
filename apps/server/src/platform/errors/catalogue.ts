/** Every refusal that the API knows: its status, and what it means to whoever meets it. Codes never change. */
export const refusals = {
  malformed_request: [400, 'What arrived is not an HTTP request that can be read.'],
  malformed_json: [400, 'The body is not JSON, or holds a key or a depth that is not accepted.'],
  malformed_text: [400, 'A text holds a character that cannot be stored, such as NUL.'],
  invalid_input: [400, 'The input was understood and is not valid; `fields` says where and why.'],
  invalid_header: [400, 'A header does not have the form that it should have.'],
  workspace_required: [400, 'The header Trikon-Workspace has to say which workspace the request is for.'],
  not_signed_in: [401, 'Nobody is signed in, or the session or key is not valid (any more).'],
  forbidden: [403, 'The caller is known and may not do this.'],
  signature_refused: [
    403,
    'The signature of a webhook is missing, or is not that of these bytes by its app.',
  ],
  origin_refused: [403, 'A change by a signed-in person did not come from the web app.'],
  two_factor_required: [403, 'The workspace asks for two-step sign-in, which the person has not turned on.'],
  last_owner: [409, 'A workspace has to keep an owner.'],
  not_found: [404, 'It does not exist, or the caller may not know that it does.'],
  method_not_allowed: [405, 'The address exists and does not take this method.'],
  too_slow: [408, 'The request took too long to arrive.'],
  conflict: [409, 'It does not fit what is there already.'],
  idempotency_in_progress: [409, 'The first request with this Idempotency-Key has not finished.'],
  gone: [410, 'It was there and has been used up or has expired.'],
  too_large: [413, 'The body is larger than accepted.'],
  unsupported_media_type: [415, 'The body has to be application/json.'],
  send_refused: [422, 'The rules of sending stop this message; `details.rule` names the one that does.'],
  idempotency_mismatch: [422, 'The Idempotency-Key belongs to another request.'],
  rate_limited: [429, 'Too many requests; Retry-After says how long to wait.'],
  headers_too_large: [431, 'The headers are larger than accepted.'],
  internal: [500, 'Something broke on our side. It was recorded under the request id.'],
  unavailable: [503, 'Something that is needed cannot be reached; Retry-After says when to try again.'],
} as const satisfies Record<string, readonly [status: number, meaning: string]>;

export type RefusalCode = keyof typeof refusals;
