import type { PlayTrigger } from '#kernel/play.ts';
import { type Route, route } from '#platform/http.ts';
import * as contracts from '../contracts.ts';
import { changePlayState } from '../store/play-states.ts';
import { type Desk, sceneOf } from './deps.ts';
import { checkAudience, playCard, playCards, playOf } from './plays-of.ts';
import { previewPlay } from './preview-play.ts';

const triggerOf = (
  segment: { readonly id: string; readonly turn: 'entered' | 'left' } | null | undefined,
): PlayTrigger | null | undefined => segment && { kind: 'fact', event: `segment_${segment.turn}`, subject: segment.id };

/** Answers which plays run, changes them, and says whom they would act on. What a play did for its goal is answered by outcomes. */
export const playRoutes = (desk: Desk): readonly Route[] => [
  route(contracts.listPlays, async (_, { workspace }) => ({ rows: [...(await playCards(desk, workspace.ws))] })),
  route(contracts.updatePlay, async ({ params, body }, { workspace, actor, now }) => {
    await playOf(desk, workspace.ws, params.id);
    if (body.audience) checkAudience(body.audience);
    const { segment, ...patch } = body;
    await changePlayState(
      desk.postgres.db,
      { ws: workspace.ws, playId: params.id, by: actor.id, now },
      { ...patch, trigger: triggerOf(segment) },
    );
    await desk.requestSweep(workspace.ws);
    return playCard(desk, workspace.ws, params.id);
  }),
  route(contracts.previewPlay, async ({ params }, { workspace, now }) => {
    const { definition } = await playOf(desk, workspace.ws, params.id);
    return previewPlay(desk, sceneOf(workspace, now), definition);
  }),
];
