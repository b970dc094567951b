import { type ReactNode, useState } from 'react';
import { Button } from './Button.tsx';
import { ErrorState } from './ErrorState.tsx';
import { Skeleton } from './Skeleton.tsx';

export interface ShortListProps<Row> {
  /** Undefined before the first answer. */
  readonly rows: readonly Row[] | undefined;
  readonly error: unknown;
  readonly onRetry: () => void;
  /** How many stand there before the reader asks for all. */
  readonly shown: number;
  readonly render: (row: Row) => ReactNode;
  /** What is said when there is none. */
  readonly none: string;
  /** The words of the button that shows the rest. */
  readonly all: (count: number) => string;
}

/** The first rows of a list inside of a panel, and the others on request. */
export const ShortList = <Row,>({ rows, error, onRetry, shown, render, none, all }: ShortListProps<Row>) => {
  const [isWhole, setWhole] = useState(false);
  if (rows === undefined) return error ? <ErrorState error={error} onRetry={onRetry} /> : <Skeleton shape="text" rows={shown} />;
  if (rows.length === 0) return <p className="text-13 text-muted">{none}</p>;
  return (
    <>
      <ul className="flex flex-col">{(isWhole ? rows : rows.slice(0, shown)).map(render)}</ul>
      {!isWhole && rows.length > shown && (
        <Button look="quiet" size="small" onClick={() => setWhole(true)}>
          {all(rows.length)}
        </Button>
      )}
    </>
  );
};
