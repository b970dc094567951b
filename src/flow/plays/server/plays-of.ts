import { AppError, OperatorError } from '#kernel/app-error.ts';
import { fieldsOf } from '#kernel/condition.ts';
import type { StageManifest } from '#kernel/manifest.ts';
import type { PlayDefinition } from '#kernel/play.ts';
import type { PlayCard } from '../contracts.ts';
import { isDateField, isPlayField, PLAY_FIELDS } from '../domain/account-field.ts';
import { type EffectivePlay, effectivePlay, type ShippedPlay } from '../domain/effective-play.ts';
import { PLAY_SAYS } from '../domain/play-sayings.ts';
import { playStates } from '../store/play-states.ts';
import { type PlayCount, playCounts } from '../store/runs.ts';
import type { Desk } from './deps.ts';

/** The plays of all stages; a definition that names what does not exist is refused at start, with all such mistakes at once. */
export const shippedPlays = (manifests: readonly Pick<StageManifest, 'id' | 'plays'>[]): readonly ShippedPlay[] => {
  const shipped = manifests.flatMap(({ id, plays }) => plays.map((definition) => ({ stage: id, definition })));
  const ids = shipped.map(({ definition }) => definition.id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `there are two plays “${id}”`);
  const problems = [...twice, ...shipped.flatMap(({ definition }) => mistakesOf(definition))];
  if (problems.length > 0) throw new OperatorError('internal', `Plays are defined wrongly: ${problems.join('; ')}.`);
  return shipped;
};

const mistakesOf = ({ id, trigger, audience, goal }: PlayDefinition): readonly string[] => [
  ...(trigger.kind === 'date_near' && !isDateField(trigger.field) ? [`${id}: “${trigger.field}” is not a date of an account`] : []),
  ...[...unknownFields(audience), ...unknownFields(goal.condition)].map((field) => `${id}: accounts have no field “${field}”`),
];

const unknownFields = (condition: PlayDefinition['audience']): readonly string[] =>
  fieldsOf(condition).filter((field) => !isPlayField(field));

/** Refuses an audience that names a field which accounts do not have. */
export const checkAudience = (audience: PlayDefinition['audience']): void => {
  const unknown = unknownFields(audience);
  if (unknown.length === 0) return;
  const say = (fields: readonly string[]) => PLAY_SAYS.audience_fields_unknown({ unknown: fields, fields: PLAY_FIELDS });
  throw new AppError('invalid', say(unknown), {
    fields: unknown.map((field) => ({ field: 'audience', code: 'unknown_field', said: say([field]) })),
  });
};

/** The plays as they run in a workspace. */
export const playsOf = async (desk: Pick<Desk, 'postgres' | 'shipped'>, ws: number): Promise<readonly EffectivePlay[]> => {
  const states = await playStates(desk.postgres.db, ws);
  return desk.shipped.map((play) => effectivePlay(play, states.get(play.definition.id)));
};

/** One play as it runs in a workspace; refuses with the ids that exist. */
export const playOf = async (desk: Pick<Desk, 'postgres' | 'shipped'>, ws: number, id: string): Promise<EffectivePlay> => {
  const play = (await playsOf(desk, ws)).find(({ definition }) => definition.id === id);
  if (play) return play;
  throw new AppError('not_found', PLAY_SAYS.play_unknown({ id, plays: desk.shipped.map(({ definition }) => definition.id) }));
};

/** The cards of all plays of a workspace. */
export const playCards = async (desk: Pick<Desk, 'postgres' | 'shipped'>, ws: number): Promise<readonly PlayCard[]> => {
  const [plays, counts] = await Promise.all([playsOf(desk, ws), playCounts(desk.postgres.db, ws)]);
  return plays.map((play) => ({ ...play, ...(counts.get(play.definition.id) ?? NEVER) }));
};

/** The card of one play. */
export const playCard = async (desk: Pick<Desk, 'postgres' | 'shipped'>, ws: number, id: string): Promise<PlayCard> => {
  const [play, counts] = await Promise.all([playOf(desk, ws, id), playCounts(desk.postgres.db, ws)]);
  return { ...play, ...(counts.get(id) ?? NEVER) };
};

const NEVER: PlayCount = { runs: 0, skippedTooOld: 0, openTasks: 0, lastRunAt: null };
