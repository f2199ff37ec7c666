/** Who may read one marked text: named people, or all members of a workspace. */
export type Audience = { team: string; users: string[] | "members" };

export type Reader = {
	team: string;
	user: string;
	/** A full member of the workspace. */
	isMember: boolean;
};

export type Marks = {
	/** A text like no other, for a private field; only they may ever read it. */
	make(owner: string, field: string, audience: Audience): string;
	/** The marked texts in there that this reader must not see. */
	leaks(text: string, reader: Reader | null): string[];
	count(): number;
};

const pattern = /zq-[a-z0-9]+-[a-z0-9]+-[a-z]+-qz/gi;

/** Marked texts, and who may see each. */
export function createMarks(): Marks {
	const audiences = new Map<string, Audience>();
	return {
		make(owner, field, audience) {
			const mark = `zq-${audience.team}-${owner}-${field}-qz`.toLowerCase();
			audiences.set(mark, audience);
			return mark;
		},
		leaks(text, reader) {
			return (text.match(pattern) ?? []).filter((found) => {
				const audience = audiences.get(found.toLowerCase());
				return !audience || !reader || !mayRead(reader, audience);
			});
		},
		count: () => audiences.size,
	};
}

function mayRead(reader: Reader, { team, users }: Audience): boolean {
	if (reader.team !== team) return false;
	return users === "members" ? reader.isMember : users.includes(reader.user);
}
