/** Free-form values a caller attaches to a person, a group or an event; they must survive JSON. */
export type Fields = Readonly<Record<string, unknown>>;

export type MessageType = 'identify' | 'track' | 'page' | 'screen' | 'group' | 'alias';

/** The part of a message that differs by type, in the words of the Segment tracking API. */
export type MessageBody = {
  readonly event?: string;
  readonly name?: string;
  readonly properties?: Fields;
  readonly traits?: Fields;
  readonly groupId?: string;
  readonly userId?: string;
  readonly previousId?: string;
};

/** One call as it travels: who, what, when and in which surroundings. `timestamp` is an ISO instant. */
export type Message = MessageBody & {
  readonly type: MessageType;
  readonly messageId: string;
  readonly timestamp: string;
  readonly anonymousId?: string;
  readonly context: Fields;
};

/** Names this library to the server, so that a fault can be traced to a release. */
export const LIBRARY = { name: 'perennial-sdk', version: '0.1.0' } as const;
