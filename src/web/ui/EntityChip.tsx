import { PreviewCard } from '@base-ui/react/preview-card';
import clsx from 'clsx';
import { useContext } from 'react';
import { Avatar } from './Avatar.tsx';
import { EntityCardsContext, type EntityKind } from './entity-cards.ts';
import { FLOATING_PLACE } from './floating-place.ts';
import { Link } from './Link.tsx';
import { FLOATING } from './surfaces.ts';

export interface EntityChipProps {
  readonly kind: EntityKind;
  readonly id: string;
  readonly name: string;
  /** Where it leads, when that is not its own page. */
  readonly to?: string;
  readonly className?: string;
}

const PLACES: Readonly<Record<EntityKind, string>> = { account: '/accounts/', person: '/people/', owner: '/accounts?owner=' };

/** An account, a person or an owner: the same wherever it is named, with a card on hover and its page on click. */
export const EntityChip = ({ kind, id, name, to, className }: EntityChipProps) => {
  const Card = useContext(EntityCardsContext)[kind];
  const link = (
    <Link
      to={to ?? PLACES[kind] + encodeURIComponent(id)}
      className={clsx('inline-flex max-w-full items-center gap-1.5 align-bottom hover:underline', className)}
    >
      <Avatar name={name} shape={kind === 'account' ? 'square' : 'round'} size={20} />
      <span className="truncate">{name}</span>
    </Link>
  );
  if (!Card) return link;
  return (
    <PreviewCard.Root>
      <PreviewCard.Trigger delay={400} render={link} />
      <PreviewCard.Portal container={FLOATING_PLACE}>
        <PreviewCard.Positioner sideOffset={4} align="start" collisionPadding={8} className="z-40">
          <PreviewCard.Popup className={clsx(FLOATING, 'w-80 p-3')}>
            <Card id={id} />
          </PreviewCard.Popup>
        </PreviewCard.Positioner>
      </PreviewCard.Portal>
    </PreviewCard.Root>
  );
};
