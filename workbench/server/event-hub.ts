/** Carries events to the pages that are open, each of them held by one person. */
import type { PageEvent } from "./page-event.ts";

export type Listener = (event: PageEvent) => void;

export interface EventHub {
  /** To the pages of one person; to all pages when no person is named. */
  publish(event: PageEvent, user?: string): void;
  subscribe(user: string, listener: Listener): () => void;
  /** How many pages are open. */
  size(): number;
}

export function createEventHub(): EventHub {
  const pages = new Set<{ readonly user: string; readonly listener: Listener }>();
  return {
    size: () => pages.size,
    publish(event, user) {
      for (const page of pages) if (user === undefined || page.user === user) page.listener(event);
    },
    subscribe(user, listener) {
      const page = { user, listener };
      pages.add(page);
      return () => pages.delete(page);
    },
  };
}
