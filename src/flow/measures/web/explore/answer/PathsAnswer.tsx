import { useMemo } from 'react';
import { Funnel } from '#web/charts/Funnel.tsx';
import { SankeyFlow } from '#web/charts/SankeyFlow.tsx';
import type { SankeyEdge, SankeyNode } from '#web/charts/sankey-layout.ts';
import { formatNamed, formatNumber } from '#web/i18n/format.ts';
import { useReader } from '#web/i18n/reader.ts';
import { Button } from '#web/ui/Button.tsx';
import { Menu } from '#web/ui/Menu.tsx';
import { Section } from '#web/ui/Section.tsx';
import type { AnswerProps } from './answer-props.ts';
import { Figures } from './Figures.tsx';
import { Finding } from './Finding.tsx';
import { OTHER_SLICES, useAnswerWords } from './use-answer-words.ts';
import { WhereRoom } from './WhereRoom.tsx';

const MOST_ROWS = 60;

/** Which ways are taken, step by step; each name can become the beginning, the end, or a part of the way that is followed. */
export const PathsAnswer = ({ question, answer, placeOf, onOpen, onAsk }: AnswerProps<'paths'>) => {
  const words = useAnswerWords(question);
  const { t } = words;
  const reader = useReader();
  const isFact = question.name === 'event.name';
  const name = (raw: string | null) =>
    raw === null ? t('chart.end') : raw === OTHER_SLICES ? t('chart.rest') : isFact ? words.rawName(raw) : raw;
  const edges = useMemo(
    () => answer.edges.map(({ step, from, to, transitions }) => ({ column: step - 1, from, to, value: transitions })),
    [answer],
  );
  const openEdge = ({ column, from, to }: SankeyEdge) => onOpen({ index: column + 1, from, to: to ?? '' });
  const openNode = ({ column, name: raw }: SankeyNode) =>
    onOpen(
      edges.some((edge) => edge.column === column && edge.from === raw) ? { index: column + 1, from: raw } : { index: column, to: raw },
    );
  const actions = (node: SankeyNode) => [
    { label: t(question.unit === 'account' ? 'units.accounts' : 'units.people'), onSelect: () => openNode(node) },
    ...(node.name === OTHER_SLICES
      ? []
      : [
          { label: t('paths.startsAt'), onSelect: () => onAsk({ ...question, startsAt: node.name, endsAt: null, follow: [] }) },
          { label: t('paths.endsAt'), onSelect: () => onAsk({ ...question, startsAt: null, endsAt: node.name, follow: [] }) },
          { label: t('paths.follow'), onSelect: () => onAsk({ ...question, follow: [...question.follow, node.name].slice(0, 20) }) },
        ]),
  ];
  return (
    <>
      <Finding>{t('headline.paths', { sequences: formatNumber(reader, answer.sequences), units: words.units(answer.units) })}</Finding>
      {answer.followed.length > 0 && <Followed {...{ question, answer, placeOf, onAsk, name, words }} />}
      <SankeyFlow
        label={t('chart.paths')}
        edges={edges}
        backwards={question.endsAt !== null}
        onEdge={openEdge}
        edgeTitle={({ from, to, value }) => formatNamed(reader, `${name(from)} → ${name(to)}`, formatNumber(reader, value))}
        nodeLabel={(node) => (
          <Menu
            trigger={
              <button type="button" className="flex max-w-full min-w-0 gap-1.5 rounded-sm text-left text-12 hover:text-accent">
                <span className="truncate font-medium">{name(node.name)}</span>
                <span className="text-muted">{formatNumber(reader, node.value)}</span>
              </button>
            }
            groups={[{ items: actions(node) }]}
          />
        )}
      />
      <WhereRoom>
        <p className="-mt-4 text-12 text-muted">{t('chart.followHint')}</p>
      </WhereRoom>
      <Figures
        caption={t('chart.figures')}
        heads={[t('chart.step'), t('chart.visits'), t('chart.units')]}
        rows={answer.edges.slice(0, MOST_ROWS).map(({ step, from, to, transitions, units }) => ({
          key: `${step} ${from} ${to}`,
          name: `${step}. ${name(from)} → ${name(to)}`,
          cells: [
            { text: formatNumber(reader, transitions) },
            { text: formatNumber(reader, units), to: placeOf({ index: step, from, to: to ?? '' }) },
          ],
        }))}
      />
    </>
  );
};

type FollowedProps = Pick<AnswerProps<'paths'>, 'question' | 'answer' | 'placeOf' | 'onAsk'> & {
  readonly name: (raw: string | null) => string;
  readonly words: ReturnType<typeof useAnswerWords>;
};

const Followed = ({ question, answer, placeOf, onAsk, name, words: { t } }: FollowedProps) => (
  <Section
    title={t('paths.follow')}
    actions={
      <Button look="quiet" size="small" onClick={() => onAsk({ ...question, follow: [] })}>
        {t('paths.stopFollowing')}
      </Button>
    }
  >
    <div className="max-w-200">
      <Funnel
        label={t('paths.follow')}
        steps={answer.followed.map(({ name: raw, sequences }, at) => ({
          name: name(raw),
          count: sequences,
          reachedTo: placeOf({ index: at, outcome: 'reached' }),
          ...(at === 0 ? {} : { droppedTo: placeOf({ index: at - 1, outcome: 'dropped' }) }),
        }))}
      />
    </div>
  </Section>
);
