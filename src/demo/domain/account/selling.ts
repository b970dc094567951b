import { atHome, money, planFor, seatPrice } from '../company/prices.ts';
import type { World } from '../company/world.ts';
import type { DealTruth } from '../truth.ts';
import type { Deal } from './pipeline.ts';
import { addRow, idsOf, instantThere, type Telling } from './telling.ts';

/** The way from interest to the signature: qualified, dealt with, won or lost. Returns what is true of the deals. */
export const tellSelling = (telling: Telling): readonly DealTruth[] => {
  const { pipeline, profile, outbox, people, world } = telling;
  const { qualified, deals } = pipeline;
  if (qualified !== null)
    outbox.say(instantThere(telling, qualified.day, qualified.minute), {
      type: 'track',
      event: 'lead_qualified',
      ...idsOf(people[0]!, qualified.day),
      groupId: profile.accountId,
      properties: { by: deals[0]?.rep.name ?? 'self-service' },
    });
  return deals.filter(({ openedDay }) => openedDay < world.days.count).map((deal) => tellDeal(telling, deal));
};

const tellDeal = (telling: Telling, deal: Deal): DealTruth => {
  const { world, profile, outbox, people, rows, random } = telling;
  const { days, lexicon, plan } = world;
  const isClosed = deal.closedDay < days.count;
  const status = !isClosed ? 'open' : deal.isWon ? 'won' : 'lost';
  const words = random.of('deal', deal.id);
  const minutes = random.of('deal minutes', deal.id);
  const stage =
    status === 'open'
      ? (['discovery', 'demo', 'proposal', 'negotiation'] as const)[deal.moves.filter((day) => day < days.count).length]!
      : status;
  const amountMinor = yearlyValue(telling, deal);
  addRow(rows, 'deals', 'deal', {
    deal_id: deal.id,
    account_id: profile.accountId,
    account_name: profile.name,
    stage: lexicon.dealStage(stage),
    product: lexicon.plan(planFor(profile.seats)),
    rep: deal.rep.name,
    team: deal.rep.office,
    amount: money(amountMinor, plan.currency),
    opened_on: days.dateOf(deal.openedDay),
    closed_on: isClosed ? days.dateOf(deal.closedDay) : null,
  });
  const about = (day: number, event: string, properties: Readonly<Record<string, string>>): void =>
    outbox.say(instantThere(telling, day, minutes.between(560, 1020)), {
      ...{ type: 'track', event, ...idsOf(people[0]!, day), groupId: profile.accountId },
      properties: { deal: deal.id, rep: deal.rep.name, ...properties },
    });
  deal.moves.forEach((day, index) => {
    const to = (['demo', 'proposal', 'negotiation'] as const)[index]!;
    if (day < deal.closedDay) about(day, 'opportunity_moved', { to, note: lexicon.dealNote(words, to) });
  });
  about(deal.openedDay + 1, 'call_logged', { note: lexicon.callNote(words) });
  about(deal.moves[0]!, 'meeting_held', { kind: 'demo' });
  if (status === 'lost') about(deal.closedDay, 'loss_explained', { reason: deal.lostReason!, text: lexicon.lostReason(deal.lostReason!) });
  return {
    dealId: deal.id,
    rep: deal.rep.name,
    openedOn: days.dateOf(deal.openedDay),
    closedOn: isClosed ? days.dateOf(deal.closedDay) : null,
    status,
    amountMinor,
    lostReason: status === 'lost' ? deal.lostReason : null,
  };
};

/** What the contract is worth a year in the home currency: as it was signed, or at list price while it is not. */
const yearlyValue = ({ world, profile, lives, pipeline }: Telling, deal: Deal): number => {
  const life = deal.isWon && deal === pipeline.deals.find(({ isWon }) => isWon) ? lives[0] : undefined;
  if (life !== undefined) return atHome(world.plan, life.terms[0]!.mrrMinor * 12, life.currency);
  return atHome(world.plan, profile.seats * seatPrice(planFor(profile.seats), profile.currency) * 12, profile.currency);
};

/** What is sold and by whom, as files. */
export const tellCatalogue = (world: World, rows: Telling['rows']): void => {
  for (const plan of ['starter', 'team', 'business', 'enterprise'] as const)
    addRow(rows, 'products', 'product', {
      product: world.lexicon.plan(plan),
      series: world.lexicon.product,
      list_price: money(seatPrice(plan, world.plan.currency), world.plan.currency),
    });
  for (const { name, manager, office } of world.reps) addRow(rows, 'reps', 'sales_rep', { rep: name, manager, office });
};
