import { z } from 'zod';
import { isRecordFact } from '#kernel/record-facts.ts';
import { MESSAGE_LIMITS } from './tracking-message.ts';

const named = (limit: number) => z.union([z.string().max(limit), z.number()]);
const Id = named(MESSAGE_LIMITS.idLength);
const Blank = z.union([z.string().regex(/^\s*$/), z.null(), z.undefined()]);
const isNamed = (value: unknown): boolean => !Blank.safeParse(value).success;
const Fields = z.record(z.string(), z.unknown());

const common = {
  messageId: named(MESSAGE_LIMITS.messageIdLength).nullish(),
  userId: Id.nullish(),
  anonymousId: Id.nullish(),
  groupId: Id.nullish(),
  previousId: Id.nullish(),
  properties: Fields.nullish(),
  traits: Fields.nullish(),
  context: Fields.nullish(),
  timestamp: z.unknown().optional(),
  originalTimestamp: z.unknown().optional(),
  sentAt: z.unknown().optional(),
};
const needsSomebody = ({ userId, anonymousId }: { readonly userId?: unknown; readonly anonymousId?: unknown }): boolean =>
  isNamed(userId) || isNamed(anonymousId);
const SOMEBODY = { path: ['userId'], message: 'Neither userId nor anonymousId is given.' };
const NAMED_ID = Id.refine(isNamed, 'It is blank.');

/** A message of the tracking API as its documentation states it; times may be anything, as unusable ones only cost a warning. */
export const TrackingInput = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('identify'), ...common }).refine(needsSomebody, SOMEBODY),
  z
    .looseObject({
      type: z.literal('track'),
      ...common,
      event: z
        .string()
        .max(MESSAGE_LIMITS.eventLength)
        .refine(isNamed, 'It is blank.')
        .refine((event) => !isRecordFact(event.trim()), 'Only a change of a record may tell this.'),
    })
    .refine(needsSomebody, SOMEBODY),
  z
    .looseObject({ type: z.literal('page'), ...common, name: z.unknown().optional(), category: z.unknown().optional() })
    .refine(needsSomebody, SOMEBODY),
  z
    .looseObject({ type: z.literal('screen'), ...common, name: z.unknown().optional(), category: z.unknown().optional() })
    .refine(needsSomebody, SOMEBODY),
  z.looseObject({ type: z.literal('group'), ...common, groupId: NAMED_ID }).refine(needsSomebody, SOMEBODY),
  z.looseObject({ type: z.literal('alias'), ...common, userId: NAMED_ID, previousId: NAMED_ID }),
]);
export type TrackingInput = z.infer<typeof TrackingInput>;
