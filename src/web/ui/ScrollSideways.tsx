import { type ReactNode, useEffect, useRef, useState } from 'react';

export interface ScrollSidewaysProps {
  /** What is inside; read aloud when the keyboard reaches it. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A place for something wider than the page. When it really is, the keyboard can reach and scroll it. */
export const ScrollSideways = ({ label, children }: ScrollSidewaysProps) => {
  const place = useRef<HTMLDivElement>(null);
  const [wide, setWide] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const watcher = new ResizeObserver(() => setWide(element.scrollWidth > element.clientWidth));
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
  // Positioned, so that texts for screen readers inside stay inside.
  return (
    <div ref={place} className="relative overflow-x-auto" {...(wide ? { role: 'group', 'aria-label': label, tabIndex: 0 } : {})}>
      {children}
    </div>
  );
};
