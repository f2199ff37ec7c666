import type { ConfirmationDialog } from "@slack/types";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Place } from "../surface.ts";
import type { Session } from "./session.ts";

/** What every part of the page can reach without it being handed down. */
export type Page = {
	session: Session;
	/** Opens `home` or a conversation. */
	open(target: string): void;
	/** Shows a confirmation dialog; true when the person goes on. */
	confirm(dialog: ConfirmationDialog): Promise<boolean>;
};

/** Where a block stands, and the errors it has to show. */
export type Stage = { place: Place; errors: Record<string, string> };

const PageContext = createContext<Page | null>(null);
const StageContext = createContext<Stage | null>(null);

export const PageProvider = PageContext.Provider;
export const StageProvider = StageContext.Provider;

export function usePage(): Page {
	return present(useContext(PageContext));
}

export function useStage(): Stage {
	return present(useContext(StageContext));
}

function present<T>(value: T | null): T {
	if (value === null) throw new Error("Rendered outside its provider.");
	return value;
}
