import type { FileRow } from '../deliveries.ts';
import { randomOf } from '../random.ts';
import { CHANNELS, type Channel } from './channels.ts';
import { homeMinor, money } from './prices.ts';
import type { World } from './world.ts';

/** What each channel cost in each month, by kind; fairs on their days. Costs follow the leads that a channel can be expected to bring. */
export const spendRows = (world: World): readonly FileRow[] =>
  CHANNELS.flatMap((channel) => (channel.key === 'trade_fair' ? fairRows(world, channel) : monthlyRows(world, channel)));

const monthlyRows = (world: World, channel: Channel): readonly FileRow[] =>
  monthsOf(world).flatMap(({ from, to, leads }, month) =>
    channel.costs.map(({ kind, perLead }) => {
      const random = randomOf(world.plan.seed, 'spend', channel.key, month, kind);
      const dollars = perLead * leads * share(channel) * random.between(0.85, 1.15);
      return row(world, channel, { id: `${channel.key}-${month + 1}-${kind}`, from, to, kind, dollars, campaign: '' });
    }),
  );

const fairRows = (world: World, channel: Channel): readonly FileRow[] => {
  const leads = (world.plan.accounts * share(channel)) / Math.max(1, world.fairs.length);
  return world.fairs.flatMap(({ day, name }, index) =>
    channel.costs.map(({ kind, perLead }) =>
      row(world, channel, {
        id: `fair-${index + 1}-${kind}`,
        from: day,
        to: Math.min(world.days.count - 1, day + 1),
        kind,
        dollars: perLead * leads,
        campaign: name,
      }),
    ),
  );
};

interface Line {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly kind: string;
  readonly dollars: number;
  readonly campaign: string;
}

const row = ({ plan, days }: World, channel: Channel, { id, from, to, kind, dollars, campaign }: Line): FileRow => ({
  file: 'spend',
  kind: 'spend',
  values: {
    line_id: id,
    from: days.dateOf(from),
    to: days.dateOf(to),
    channel: channel.name[plan.language],
    ...(campaign === '' ? {} : { campaign }),
    kind,
    amount: money(homeMinor(plan, dollars), plan.currency),
  },
});

const share = ({ reach }: Channel): number => reach / CHANNELS.reduce((sum, channel) => sum + channel.reach, 0);

/** The months of the plan as days, with the leads that a growing company can expect in each. */
const monthsOf = ({ plan, days }: World): readonly { readonly from: number; readonly to: number; readonly leads: number }[] => {
  const weights = Array.from({ length: plan.months }, (_, month) => 1.04 ** month);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight, month) => ({
    from: days.monthsAfter(0, month),
    to: Math.min(days.count, days.monthsAfter(0, month + 1)) - 1,
    leads: (plan.accounts * weight) / total,
  }));
};
