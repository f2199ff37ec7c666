import ical, {
	ICalCalendarMethod,
	ICalEventBusyStatus,
	ICalEventStatus,
} from "ical-generator";
import { endOf, type Meeting } from "./meeting.ts";

/**
 * Calendars ask for an organizer whose address stays the same. Mentor has no
 * mailbox: ".invalid" is a name that never leads anywhere (RFC 2606).
 */
const organizer = { name: "Mentor", email: "mentor@mentor.invalid" };

/**
 * A meeting as calendars read it (RFC 5545 and 5546), in UTC. Its UID stays,
 * and a higher SEQUENCE replaces what a calendar has under it; one that was
 * called off is taken out.
 */
export function calendarFile(
	meeting: Meeting,
	{ title, note }: { title: string; note: string },
): string {
	const isOff = meeting.state === "cancelled";
	const calendar = ical({
		prodId: { company: "mentor", product: "mentor", language: "EN" },
		method: isOff ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
	});
	calendar.createEvent({
		id: `${meeting.meetingId}@mentor`,
		sequence: meeting.sequence,
		stamp: meeting.setAt,
		start: meeting.startsAt,
		end: endOf(meeting),
		summary: title,
		description: note,
		organizer,
		status: isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
		busystatus: ICalEventBusyStatus.BUSY,
	});
	return calendar.toString();
}
