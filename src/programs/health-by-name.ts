import { addDays, utcDate } from "../time/calendar.ts";

/**
 * Whole days between the message to everybody and the first day that counts;
 * the texts say "a week".
 */
export const noticeDays = 7;

/**
 * From when managers would see health by name, were it switched on now: a
 * midnight in UTC, as health counts its days there.
 */
export const healthStart = (now: Date): Date =>
	new Date(`${addDays(utcDate(now), noticeDays + 1)}T00:00:00Z`);

/** Whether managers see it now. */
export const isHealthShown = (healthFrom: Date | null, now: Date): boolean =>
	healthFrom !== null && healthFrom <= now;
