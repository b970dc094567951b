import type { FocusEvent, KeyboardEvent, MouseEvent } from 'react';
import type { Area } from './card-place.ts';

export interface PressableProps {
  readonly show: (of: Area) => void;
  readonly hide: () => void;
  readonly ids: string;
  readonly onOpen: () => void;
}

/** A part of the picture that opens its list and tells of itself when it is pointed at or reached by the keyboard. */
export const pressable = ({ show, hide, onOpen }: PressableProps, label: string) => {
  const tell = (event: MouseEvent<SVGElement> | FocusEvent<SVGElement>) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    show({ left, top, width, height });
  };
  return {
    role: 'button',
    tabIndex: 0,
    'aria-label': label,
    onClick: onOpen,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      onOpen();
    },
    onMouseEnter: tell,
    onMouseLeave: hide,
    onFocus: (event: FocusEvent<SVGElement>) => {
      if (event.currentTarget.matches(':focus-visible')) tell(event);
    },
    onBlur: hide,
    className: 'group pointer-events-auto cursor-pointer outline-none',
  };
};
