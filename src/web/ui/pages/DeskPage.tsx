import clsx from 'clsx';
import ArrowLeft from 'lucide-react/icons/arrow-left';
import { type ReactNode, useEffect, useRef } from 'react';
import { useText } from '#web/i18n/i18n.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { Button } from '../Button.tsx';
import { ErrorState } from '../ErrorState.tsx';
import { Skeleton } from '../Skeleton.tsx';
import { useKeys } from '../use-keys.ts';
import { useNarrowerThan } from '../use-media.ts';
import { PageHeader, type PageHeaderProps } from './PageHeader.tsx';

export interface DeskPageProps<Item> extends PageHeaderProps {
  readonly label: string;
  /** Ranked, the most important first; undefined until they are there. */
  readonly items: readonly Item[] | undefined;
  readonly itemId: (item: Item) => string;
  /** One item in the list: who, why, how much is at stake. */
  readonly renderItem: (item: Item) => ReactNode;
  /** The open item: everything needed to deal with it. */
  readonly renderOpen: (item: Item) => ReactNode;
  /** Null opens the first one where there is room beside the list. */
  readonly openId: string | null;
  readonly onOpen: (id: string | null) => void;
  readonly empty: ReactNode;
  readonly error?: unknown;
  readonly onRetry?: () => void;
  readonly tools?: ReactNode;
  /** More keys, for instance `d` for done. */
  readonly keys?: (item: Item) => Readonly<Record<string, () => void>>;
}

/** A ranked list of work with the next thing open beside it; j and k walk through it. */
export const DeskPage = <Item,>(props: DeskPageProps<Item>) => {
  const { items, itemId, openId, onOpen, keys, tools } = props;
  const narrow = useNarrowerThan(960);
  const place = useRef(0);
  const found = items?.findIndex((item) => itemId(item) === openId) ?? -1;
  // What was open is dealt with and gone: the one that took its place is next.
  const at = found >= 0 || narrow ? found : Math.min(place.current, (items?.length ?? 0) - 1);
  const open = items?.[at];
  useEffect(() => {
    place.current = Math.max(0, at);
  }, [at]);
  const go = (to: number) => {
    const next = items?.[Math.max(0, Math.min(items.length - 1, to))];
    if (next !== undefined) onOpen(itemId(next));
  };
  useKeys({
    j: () => go(at + 1),
    k: () => go(at - 1),
    arrowdown: () => go(at + 1),
    arrowup: () => go(at - 1),
    ...(open && keys ? keys(open) : {}),
  });
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface">
      <PageHeader title={props.title} subtitle={props.subtitle} actions={props.actions} parent={props.parent} />
      {tools && <div className="flex flex-wrap items-center gap-2 px-4 pb-2">{tools}</div>}
      {props.error ? (
        <ErrorState error={props.error} onRetry={props.onRetry} />
      ) : items === undefined ? (
        <Skeleton shape="table" rows={10} />
      ) : items.length === 0 ? (
        props.empty
      ) : (
        <div className="flex min-h-0 flex-1 border-t border-line">
          {(!narrow || !open) && <WorkList {...props} items={items} open={open} />}
          {open && (
            <OpenWork key={itemId(open)} narrow={narrow} onBack={() => onOpen(null)}>
              {props.renderOpen(open)}
            </OpenWork>
          )}
        </div>
      )}
    </div>
  );
};

const WorkList = <Item,>({
  label,
  items,
  itemId,
  renderItem,
  open,
  onOpen,
}: DeskPageProps<Item> & { readonly items: readonly Item[]; readonly open: Item | undefined }) => {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (open !== undefined) list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <ol ref={list} aria-label={label} className="min-w-0 flex-1 overflow-y-auto tablet:max-w-110 tablet:border-r tablet:border-line">
      {items.map((item) => (
        <li key={itemId(item)}>
          <button
            type="button"
            aria-current={item === open}
            onClick={() => onOpen(itemId(item))}
            className={clsx(
              'block w-full border-b border-line px-4 py-2.5 text-left -outline-offset-2',
              item === open ? 'bg-selected' : 'hover:bg-hover',
            )}
          >
            {renderItem(item)}
          </button>
        </li>
      ))}
    </ol>
  );
};

const OpenWork = ({
  narrow,
  onBack,
  children,
}: {
  readonly narrow: boolean;
  readonly onBack: () => void;
  readonly children: ReactNode;
}) => {
  const t = useText(uiText);
  return (
    <div className="min-w-0 flex-1 overflow-y-auto">
      {narrow && (
        <Button look="quiet" icon={ArrowLeft} onClick={onBack} className="m-2">
          {t('back')}
        </Button>
      )}
      {children}
    </div>
  );
};
