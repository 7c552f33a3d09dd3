/** What a customer chose, filled in or granted in an interactive message. */
export type InteractiveReply = ButtonReply | ListReply | FormReply | CallPermissionReply;

export interface ButtonReply {
  type: 'button_reply';
  button_reply: { id: string; title: string };
}

export interface ListReply {
  type: 'list_reply';
  list_reply: { id: string; title: string; description?: string };
}

/** A Flow's answer does not name the Flow: only `flow_token` inside `response_json` can tell. */
export interface FormReply {
  type: 'nfm_reply';
  nfm_reply: {
    name: 'flow' | 'address_message';
    body: string;
    /** An object as JSON text. */
    response_json: string;
  };
}

export interface CallPermissionReply {
  type: 'call_permission_reply';
  call_permission_reply: {
    response: 'accept' | 'reject';
    is_permanent?: boolean;
    /** Seconds; absent when refused or permanent. */
    expiration_timestamp?: number;
    response_source?: 'user_action' | 'automatic';
  };
}
